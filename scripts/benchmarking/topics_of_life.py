"""Topics of the four sections about life in the ward.

Of each topic, a line each, what Topic in topics.py names.
"""

TEXTS = {
    "tin-tuc-su-kien": """
Phường gặp mặt người dân {to} nhân dịp đầu xuân
Buổi gặp đầu xuân ở {to}: nhiều ý kiến về nếp sống ngõ phố
buổi gặp mặt đầu xuân
gặp mặt, nghe ý kiến đầu xuân
các hộ dân
lượt ý kiến
đầu xuân, gặp mặt, ý kiến người dân
Bàn nước kê sát nhau, chỉ có chè xanh và kẹo lạc, nhưng câu chuyện kéo dài hơn hai tiếng.
Người nói đầu tiên xin bàn ngay vào việc, vì lời chúc Tết thì mấy hôm trước đã nói cả rồi.

Khánh thành sân chơi mới cạnh nhà sinh hoạt {to}
{to_hoa} có thêm một sân chơi cho trẻ nhỏ ở {duong}
việc làm sân chơi cho trẻ
dọn bãi đất trống để làm sân chơi
phụ huynh có con nhỏ
mét vuông sân lát gạch
sân chơi, trẻ em, khu công cộng
Khu đất trước đây để vật liệu thừa, mùa mưa đọng nước, ít ai dám cho con ra chơi.
Xích đu và cầu trượt được thử tải hai lần trước khi bàn giao, mép bê tông đều bọc cao su.

Người dân {to} đối thoại với lãnh đạo phường về {duong}
Đối thoại ở {to}: mười tám câu hỏi, mười tám lời hẹn có ngày
buổi đối thoại định kỳ
đối thoại với lãnh đạo phường
người dân và hộ kinh doanh
kiến nghị
đối thoại, kiến nghị, lãnh đạo phường
Mỗi câu hỏi được ghi lên bảng kèm tên người trả lời và ngày hẹn, ai cũng chụp lại được.
Những việc vượt thẩm quyền của phường được nói rõ là sẽ gửi lên cấp nào, trong bao lâu.

{to_hoa} họp bàn kế hoạch sáu tháng cuối năm
Sáu tháng cuối năm, {to} chọn ba việc để làm cho xong
kế hoạch sáu tháng cuối năm
bàn kế hoạch sáu tháng cuối năm
đại diện các gia đình
đầu việc
kế hoạch năm, họp tổ dân phố, công khai
Bản dự thảo được dán ở bảng tin từ tuần trước nên cuộc họp không mất thì giờ đọc lại.
Thay vì đặt hơn mười chỉ tiêu như mọi năm, cả tổ thống nhất chỉ giữ những việc đếm được.
""",
    "mat-tran-doan-the": """
Mặt trận phường trao quà cho hộ khó khăn ở {to}
Những phần quà nhỏ gửi đúng nhà ở {duong}
việc trao quà cho hộ khó khăn
đến từng nhà trao quà
hộ khó khăn và người già neo đơn
suất quà
hộ nghèo, trao quà, an sinh xã hội
Danh sách do tổ dân phố lập, niêm yết ba ngày rồi mới chốt, nên không có ai thắc mắc.
Mỗi suất gồm gạo, dầu ăn, một chiếc chăn mỏng và một phong bì do các nhà hảo tâm góp lại.

Hội Phụ nữ {to} mở lớp nấu ăn cho các bà mẹ trẻ
Lớp học nấu ăn tối thứ năm của chị em {to}
lớp nấu ăn cho gia đình trẻ
mở lớp nấu ăn buổi tối
chị em hội viên
buổi học
phụ nữ, gia đình trẻ, bữa cơm gia đình
Bếp mượn của nhà trẻ, xoong nồi mỗi người mang một thứ, tiền chợ chia đều cho người học.
Buổi nào cũng có một món cho trẻ đang ăn dặm, vì đó là điều các mẹ hỏi nhiều nhất.

Đoàn viên {to} sơn lại tường rào ở {duong}
Màu sơn mới trên bức tường cũ ở {to}
việc sơn lại tường rào
cạo rêu, sơn lại tường rào
đoàn viên, thanh niên
mét tường
thanh niên, tình nguyện, đường phố đẹp
Giấy quảng cáo dán chồng nhiều lớp, phải phun nước ấm cả buổi mới cạo được hết.
Bức tranh cuối cùng do học sinh lớp năm vẽ mẫu, đoàn viên chỉ phóng to và tô lại.

Cựu chiến binh {to} giữ giờ đưa đón trẻ trước cổng trường
Những người giữ lối đi an toàn ở {duong}
việc giữ trật tự trước cổng trường
phân công nhau đứng ở cổng trường
hội viên cựu chiến binh
ca trực
cựu chiến binh, cổng trường, giờ tan học
Ca trực bắt đầu lúc sáu rưỡi, khi những chiếc xe đầu tiên dừng lại trước cổng.
Các bác không có còi, chỉ có lá cờ nhỏ và giọng nói quen, vậy mà xe cộ dừng đúng vạch.
""",
    "kinh-te-do-thi": """
Chợ cạnh {duong} xếp lại quầy hàng, lối đi rộng thêm một mét
Tiểu thương {to} đồng thuận dời quầy để mở lối thoát nạn
việc xếp lại quầy hàng trong chợ
đo lại và xếp lại từng quầy hàng
các hộ tiểu thương
quầy hàng
chợ dân sinh, tiểu thương, lối thoát nạn
Ban quản lý kẻ vạch sơn từ đêm trước để sáng ra không quầy nào phải dọn hàng hai lần.
Hàng cá và hàng rau được tách ra hai dãy, nước rửa không còn chảy ngang lối đi.

{to_hoa} hạ vỉa hè cho xe lăn ở {duong}
Vỉa hè {duong} sẽ thấp hơn ở những chỗ nào?
việc hạ mép vỉa hè
khảo sát và hạ mép vỉa hè
người đi bộ và người dùng xe lăn
điểm hạ vỉa hè
vỉa hè, người khuyết tật, giao thông đi bộ
Chỗ hạ được chọn theo nơi người dân hay qua đường, chứ không theo khoảng cách chia đều.
Một cụ bà ngồi xe lăn được mời đi thử trước, rồi thợ mới đổ bê tông những điểm còn lại.

Thông cống trước mùa mưa ở {duong}
{to_hoa} nạo vét rãnh thoát nước trước mùa mưa
việc nạo vét rãnh thoát nước
nạo vét rãnh, thay nắp cống vỡ
các hộ ven rãnh
mét rãnh
thoát nước, mùa mưa, nắp cống
Bùn xúc lên được chở đi ngay trong buổi, không để qua đêm như những lần trước.
Dưới lớp bùn có cả gạch vỡ và bao xi măng đã đông cứng, phải dùng xà beng mới bẩy lên được.

Thêm đèn chiếu sáng cho {duong}
Ngõ tối ở {to} đã có đèn
việc lắp đèn ngõ
lắp đèn ở những đoạn ngõ tối
các hộ trong ngõ
bóng đèn
chiếu sáng, đèn ngõ, tiết kiệm điện
Đèn dùng cảm biến, sau mười một giờ đêm tự giảm nửa độ sáng để nhà bên đường dễ ngủ.
Tiền điện do các hộ góp theo tháng, tính ra mỗi nhà chưa bằng một cốc nước mía.
""",
    "van-hoa-xa-hoi": """
Thư viện nhỏ ở {to} đón bạn đọc thứ một nghìn
Tủ sách {to} mở cửa thêm buổi tối
tủ sách của tổ dân phố
mở cửa tủ sách buổi tối
bạn đọc nhỏ tuổi
đầu sách
tủ sách, văn hóa đọc, thiếu nhi
Sách mượn không cần thẻ, chỉ ghi tên và số nhà vào cuốn sổ treo ở cửa.
Cuốn được mượn nhiều nhất là một tập truyện đồng thoại đã sờn gáy, phải dán lại hai lần.

Hội diễn văn nghệ {to}: ai cũng có một tiết mục
Đêm văn nghệ trên sân {to}
hội diễn văn nghệ
tập luyện và tổ chức hội diễn
các đội văn nghệ
tiết mục
văn nghệ quần chúng, hội diễn, đời sống văn hóa
Ban tổ chức không thuê loa đài, dàn âm thanh là của một gia đình sắp có đám cưới cho mượn.
Tiết mục được vỗ tay lâu nhất là bài hát ru của một cụ bà đã ngoài tám mươi tuổi.

{to_hoa} giữ nếp gói bánh chưng chung
Nồi bánh chưng chung ở {duong}
buổi gói bánh chưng chung
gói và luộc bánh chưng chung
các gia đình nhiều thế hệ
chiếc bánh
Tết Nguyên đán, bánh chưng, gia đình
Lá dong rửa từ chiều hôm trước, gạo ngâm ở ba nhà, củi xin từ cây xà cừ bị bão quật đổ.
Trẻ con được giao việc lau lá và buộc lạt, cái bánh đầu tiên méo nhưng không ai chê.

Câu lạc bộ dưỡng sinh {to} tròn năm tuổi
Buổi sáng ở {duong}, nơi người già tập cùng nhau
câu lạc bộ dưỡng sinh
tập dưỡng sinh mỗi sáng
người cao tuổi
hội viên
người cao tuổi, dưỡng sinh, thể dục sáng
Nhạc mở vừa đủ nghe, tắt trước sáu giờ để nhà bên cạnh còn ngủ.
Ai vắng ba buổi liền sẽ có người tới gõ cửa hỏi thăm, đó là lệ riêng của câu lạc bộ.
""",
}
