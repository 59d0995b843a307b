"""What most wards have: their sections, and the bodies that report."""

from newsroom.content.newsroom import Organization, Section, Ward

_SECTIONS = (
    ("tin-tuc-su-kien", "Tin tức – Sự kiện",
     "Tin trong {unit}, các sự kiện và cuộc họp mà người dân quan tâm."),
    ("bai-viet-chuyen-sau", "Bài viết chuyên sâu",
     "Bài dài nhìn kỹ một cách làm, một con ngõ, một câu chuyện của {unit}."),
    ("mat-tran-doan-the", "Mặt trận – Đoàn thể",
     "Hoạt động của Mặt trận Tổ quốc và các đoàn thể."),
    ("kinh-te-do-thi", "Kinh tế – Đô thị",
     "Chợ, hàng quán, đường ngõ, giải phóng mặt bằng và trật tự đô thị."),
    ("van-hoa-xa-hoi", "Văn hóa – Xã hội", "Lễ hội, thư viện, gia đình văn hóa, an sinh xã hội."),
    ("giao-duc-y-te", "Giáo dục – Y tế",
     "Trường học, tuyển sinh, tiêm chủng và chăm sóc sức khỏe."),
    ("an-ninh-trat-tu", "An ninh – Trật tự",
     "Tin của Công an {unit}, phòng cháy, an toàn giao thông."),
    ("cai-cach-hanh-chinh", "Cải cách hành chính",
     "Thủ tục, dịch vụ công trực tuyến và chuyển đổi số."),
    ("thong-bao", "Thông báo", "Lịch, thông báo và hướng dẫn của {unit}."),
    ("nguoi-tot-viec-tot", "Người tốt, việc tốt", "Những người quanh ta và việc họ làm."),
)  # fmt: skip
_ORGANIZATIONS = (
    ("Ủy ban MTTQ Việt Nam",
     ("UBMTTQ", "Ủy ban MTTQ", "MTTQ", "Mặt trận Tổ quốc", "Mặt trận")),
    ("Ủy ban nhân dân", ("UBND", "Ủy ban nhân dân")),
    ("Đảng ủy", ("Đảng ủy", "Đảng bộ")),
    ("Hội Liên hiệp Phụ nữ",
     ("Hội LHPN", "HLHPN", "Hội Liên hiệp Phụ nữ", "Hội Phụ nữ")),
    ("Đoàn Thanh niên", ("Đoàn Thanh niên", "Đoàn TNCS", "ĐTN")),
    ("Hội Cựu chiến binh", ("Hội CCB", "Hội Cựu chiến binh", "CCB")),
    ("Công an", ("Công an {unit}", "Công an")),
    ("Trạm Y tế", ("Trạm Y tế",)),
)  # fmt: skip


def usual_sections(ward: Ward) -> tuple[Section, ...]:
    """The ten sections that the portal offers."""
    return tuple(
        Section(slug, title, about.format(unit=ward.unit)) for slug, title, about in _SECTIONS
    )


def usual_organizations(ward: Ward) -> tuple[Organization, ...]:
    """The bodies of every ward, under their full names, with the words by which an import knows
    them."""
    return tuple(
        Organization(
            f"{title} {ward.name_in_text}", tuple(word.format(unit=ward.unit) for word in words)
        )
        for title, words in _ORGANIZATIONS
    )
