"""Sentences, names and places of the invented articles.

In braces: {viec} and {lam} the topic's work as noun and as verb, {nhom} its people, {vat} what is
counted; the rest are names, places, days and numbers.
"""


def _apart(text: str, mark: str = " ") -> tuple[str, ...]:
    return tuple(text.split(mark))


ORGANIZATIONS = (
    "Ủy ban nhân dân phường", "Ủy ban MTTQ Việt Nam phường", "Đảng ủy phường",
    "Hội Liên hiệp Phụ nữ phường", "Đoàn Thanh niên phường", "Hội Cựu chiến binh phường",
    "Công an phường", "Trạm Y tế phường", "Hội Người cao tuổi phường", "Hội Chữ thập đỏ phường",
)  # fmt: skip

CAMPAIGNS = {
    "ngo-pho-sach-dep": "Phong trào “Ngõ phố sạch, nhà đẹp, người vui”",
    "mot-tram-ngay-ho-so": "100 ngày đưa hồ sơ lên mạng",
    "he-xanh": "Chiến dịch Hè xanh của thanh niên phường",
    "bua-com-chung": "Cuộc vận động “Bữa cơm chung của tổ dân phố”",
    "an-toan-moi-nha": "Phong trào “An toàn từ mỗi nhà”",
    "tet-du-day": "Chương trình “Tết đủ đầy cho mọi nhà”",
}

FAMILY_NAMES = _apart(
    "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương Lý Đinh Trịnh Đoàn Tạ Chu Kiều Phùng Mai"
)
MEN = (
    ("ông", "anh", "bác"),
    _apart("Văn Hữu Minh Đức Quang Xuân Gia Công Đình Bá Trọng"),
    _apart(
        "Bình Cường Dũng Hải Hiếu Hùng Khoa Kiên Long Mạnh Nam Nghĩa Phong Phúc Quân Sơn Thắng "
        "Thịnh Tiến Toàn Tuấn Việt Vinh Vượng"
    ),
)
WOMEN = (
    ("bà", "chị", "cô"),
    _apart("Thị Ngọc Thu Thanh Bích Kim Hồng Mai Diệu Phương"),
    _apart(
        "An Chi Diệp Dung Giang Hà Hạnh Hằng Hiền Huệ Hương Lan Liên Linh Loan Nga Ngân Nhung Oanh "
        "Quyên Tâm Thảo Thoa Thủy Trang Uyên Vân Xuyến Yến"
    ),
)
"""Forms of address, middle names and given names."""
ROLES = (
    "tổ trưởng tổ dân phố", "trưởng ban công tác Mặt trận", "chi hội trưởng phụ nữ",
    "bí thư chi đoàn", "cán bộ văn hóa phường", "giáo viên đã nghỉ hưu", "người bán hàng đầu ngõ",
    "công chức tư pháp", "hội viên cựu chiến binh", "nhân viên y tế", "một người thuê trọ lâu năm",
)  # fmt: skip
STREETS = (
    "Hoa Gạo", "Bằng Lăng", "Cầu Ngói", "Giếng Sen", "Đình Thượng", "Ao Làng", "Hàng Dừa",
    "Gò Me", "Mả Voi", "Bến Lở", "Cây Đề", "Vườn Chè", "Cổng Chợ", "Lò Rèn", "Xóm Bãi",
    "Đê Quai", "Nhà Ga", "Tường Vi", "Lộc Vừng", "Trúc Bạc", "Sông Con", "Đồng Dâu", "Bờ Tre",
    "Phù Sa", "Ngọc Lan", "Hoa Sữa", "Chùa Nền", "Kho Thóc", "Bến Nứa", "Cửa Đông",
)  # fmt: skip
MORE_TAGS = _apart(
    "tổ dân phố, tự quản, nếp sống, môi trường, ngõ xóm, an sinh, cán bộ phường, nhà văn hóa, "
    "khu tập thể, chung cư, người thuê trọ, công nhân, sinh viên, cây xanh, hàng rong, hộ kinh "
    "doanh, quỹ chung, giám sát, hòa giải, bảng tin, loa phường, góp ý, kinh nghiệm, cách làm hay, "
    "thi đua, khen thưởng, xã hội hóa, nhà hảo tâm, bếp ăn, nghỉ hè, trung thu, mùa hè, mùa đông, "
    "bão lụt, nắng nóng, xe buýt, trường mầm non, lớp học, thể thao, bóng chuyền, cờ tướng, "
    "dân số, bình đẳng giới, gia đình văn hóa, đất đai, hộ tịch, chứng thực, công khai tài chính, "
    "nước sạch, điện an toàn, cầu thang chung, thang máy, thú nuôi, tiếng ồn, quảng cáo sai",
    ", ",
)

OPENINGS = (
    "{buoi} {ngay}, tại {noi}, {donvi} tổ chức {viec} với sự tham gia của {nhom} ở {to}.",
    "Từ {ngay}, {donvi} cùng {nhom} ở {to} bắt tay vào {lam}.",
    "Sau {so} tuần chuẩn bị, {viec} ở {to} đã bắt đầu vào {buoi_nho} {ngay}.",
    "{nguoi_hoa} có mặt ở {noi} từ sớm, bởi hôm nay là ngày {donvi} {lam} cho {to}.",
    "Ở {duong}, chuyện {lam} được bàn từ đầu năm, nhưng đến {ngay} mới thành việc của cả {to}.",
)
SENTENCES = (
    "{nguoi_hoa}, {vai}, cho biết {viec} được {nhom} ủng hộ ngay từ buổi họp đầu tiên.",
    "Theo {nguoi}, cái khó không nằm ở tiền mà ở chỗ ai cũng bận, gọi được nhau là xong một nửa.",
    "Đến hết {ngay}, cả tổ đã ghi nhận {so} {vat}, nhiều hơn kỳ trước {it} đơn vị.",
    "Ban tổ chức chia thành {it} nhóm, mỗi nhóm phụ trách một đoạn để không chồng việc của nhau.",
    "Kinh phí gồm {tien} đồng do người dân đóng góp, phần còn lại lấy từ quỹ của tổ.",
    "Mọi khoản thu, chi được ghi vào sổ và dán công khai ở bảng tin của {to}.",
    "“Tôi chỉ mong làm đến đâu gọn đến đấy”, {nguoi} nói.",
    "“Hàng xóm với nhau, thấy việc thì làm chứ có ai phân công đâu”, {nguoi} cười.",
    "“Cái gì chưa rõ thì hỏi lại, đừng để mang về nhà rồi bực”, {nguoi} nhắc mọi người.",
    "Gia đình {nguoi} ở {duong} là một trong những hộ đăng ký đầu tiên.",
    "Có người băn khoăn vì năm ngoái việc này làm dở, {nguoi} nhận phần lỗi và xin làm lại.",
    "Cuộc trao đổi ở {noi} kéo dài gần hai giờ, có lúc căng nhưng không ai bỏ về giữa chừng.",
    "Những hộ ở {duong} được mời riêng, vì đây là đoạn có nhiều ý kiến nhất.",
    "Trước đó, tổ dân phố đã khảo sát {so} hộ và nhận lại {so2} phiếu trả lời.",
    "Trong số này, {so2} trường hợp được giải quyết ngay, số còn lại hẹn sang tháng sau.",
    "{donvi_hoa} cử {it} cán bộ xuống cùng làm trong suốt đợt.",
    "Người làm ca ngày được xếp buổi tối, người làm ca đêm được xếp sáng chủ nhật.",
    "Trời mưa từ trưa nên một phần việc ở {duong} phải lùi sang hôm sau.",
    "Đồ dùng mượn của nhà nào được ghi tên nhà ấy, xong việc trả tận tay.",
    "Sang tuần thứ hai, số người tham gia tăng gấp đôi, chủ yếu nhờ các nhà rủ nhau.",
    "Nhóm Zalo của {to} cập nhật mỗi tối, kèm ảnh chụp trước và sau khi làm.",
    "Với {nhom}, điều đáng kể nhất là không phải đi xa và không phải chờ lâu.",
    "Ông bà ta vẫn bảo góp gió thành bão, nhưng ở {to} người ta thích nói là góp ghế thành hội.",
    "Bài học rút ra là nên hỏi {nhom} trước khi lên lịch, chứ không phải lên lịch rồi mới hỏi.",
    "Cách làm này được học từ {to2}, nơi việc này được làm từ hai năm trước.",
    "{nguoi_hoa} đề nghị phường hỗ trợ thêm về kỹ thuật, còn nhân công thì tổ tự lo.",
    "Đại diện {donvi} ghi nhận đề nghị và hẹn trả lời trước {ngay}.",
    "Danh sách được đọc to giữa cuộc họp, ai thấy thiếu tên thì bổ sung luôn.",
    "Phần việc nặng do thanh niên làm, các cụ lo nước uống và trông trẻ.",
    "Chỉ sau {it} buổi, {duong} đã khác hẳn, người đi qua thường dừng lại hỏi thăm.",
    "Tuy vậy vẫn còn {it} hộ chưa tham gia, phần lớn vì nhà đóng cửa đi làm cả ngày.",
    "Tổ dân phố không phê bình tên ai trên loa, chỉ đến nhà nói chuyện riêng.",
    "Đợt kiểm tra giữa kỳ cho thấy {so} {vat} đạt yêu cầu, {it} chỗ phải làm lại.",
    "Số điện thoại của người phụ trách được viết bằng phấn ngay trên cổng {noi}.",
    "Nhờ vậy, {viec} không dừng ở một buổi lễ mà thành nếp sinh hoạt hằng tuần.",
    "{nguoi_hoa} kể rằng hồi mới chuyển về {duong}, cả ngõ chỉ có một vòi nước chung.",
    "Bây giờ đường đã rộng, nhà đã cao, nhưng thói quen gọi nhau qua cửa sổ thì vẫn còn.",
    "Có ý kiến đề nghị kéo dài thêm {it} ngày để {nhom} kịp tham gia.",
    "Phường sẽ xem xét việc nhân rộng ra {so2} tổ còn lại trong {quy_toi}.",
    "Hồ sơ, hình ảnh của cả đợt được lưu ở {noi} để các tổ khác mượn xem.",
)
HEADINGS = (
    "Việc bắt đầu từ đâu", "Cách làm ở {to}", "Người trong cuộc nói gì", "Những con số",
    "Chỗ còn vướng", "Chuyện ở {duong}", "Việc của từng nhà", "Điều rút ra", "Bước tiếp theo",
    "Ai làm việc gì", "Tiền từ đâu, chi vào đâu", "Một buổi ở {noi}", "Sau {so} ngày",
)  # fmt: skip
LIST_LEADS = (
    "Các hộ thống nhất mấy việc sau:", "Lịch cụ thể như sau:", "Người dân cần lưu ý:",
    "Phần việc được chia cho từng nhóm:",
)  # fmt: skip
LIST_ITEMS = (
    "**{to_hoa}:** tập trung ở {noi} lúc {gio}, {ngay}.",
    "Mỗi hộ cử một người, ưu tiên người có mặt ở nhà ban ngày.",
    "Ai cần giúp đỡ xin báo cho {nguoi}, số máy dán ở bảng tin.",
    "Dụng cụ do {donvi} chuẩn bị, người tham gia chỉ cần mang găng tay.",
    "**Kinh phí:** {tien} đồng, quyết toán trước {ngay}.",
    "Đoạn {duong} làm trước, các ngõ nhánh làm sau.",
    "Trường hợp mưa to, lịch lùi lại đúng một tuần.",
    "Góp ý gửi về {noi} hoặc nói trực tiếp với tổ trưởng.",
    "Không để xe chắn lối vào từ {gio} cho tới khi xong việc.",
)
TABLE_ROWS = (
    "Số hộ tham gia", "Số {vat}", "Số người giúp việc chung", "Số buổi đã làm", "Ý kiến đóng góp",
    "Việc phải làm lại", "Lượt người dân đến xem",
)  # fmt: skip
REFERENCES = (
    "Bạn đọc có thể xem lại bài [{tieude}]({tep}) để biết cách làm của tổ bạn.",
    "Chuyện này nối tiếp một bài trước: [{tieude}]({tep}).",
    "Cách tính được nói kỹ trong bài [{tieude}]({tep}).",
)
CLOSINGS = (
    "Người dân cần hỏi thêm xin đến {noi} trong giờ hành chính hoặc gặp {nguoi}.",
    "Kết quả cuối cùng sẽ được {donvi} thông báo trước {ngay}.",
    "Buổi làm việc kết thúc lúc {gio}, mấy cái ghế mượn được xếp lại ngay ngắn trước khi ra về.",
)
SUMMARIES = (
    "{to_hoa} {lam}: {so} {vat}, {it} tuần và nhiều điều đáng kể lại.",
    "{donvi_hoa} cùng {nhom} ở {to} {lam} từ {ngay}.",
    "Chuyện {lam} ở {duong}, qua lời kể của người trong cuộc.",
)
REVIEW_TITLES = (
    "{donvi_hoa} sơ kết {quy} tại {to}",
    "Sơ kết {quy} của {donvi}: việc ở {to} và {duong}",
)
REVIEW_SENTENCES = (
    "Trong {quy}, {donvi} hoàn thành {so} đầu việc, {it} việc chuyển sang quý sau.",
    "Công tác tuyên truyền được làm ở {so2} buổi sinh hoạt, đến tận các nhà trên {duong}.",
    "Về chỉ tiêu phát triển hội viên, cả phường thêm {it} người, đạt kế hoạch đề ra.",
    "Nhiệm vụ trọng tâm của quý tới là {lam} và giải quyết dứt điểm các kiến nghị còn lại.",
    "Ba tập thể và {it} cá nhân được biểu dương tại hội nghị sơ kết.",
)
CAMPAIGN_SENTENCES = (
    "Đây là một phần của {phongtrao}.",
    "Hưởng ứng {phongtrao}, {to} đăng ký {so} {vat}.",
)
