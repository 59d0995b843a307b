"""Topics of the four sections about what the ward's offices do.

Of each topic, a line each, what Topic in topics.py names.
"""

TEXTS = {
    "giao-duc-y-te": """
Trạm Y tế khám sàng lọc cho người dân {to}
Một buổi khám sàng lọc ở {to}
buổi khám sàng lọc miễn phí
tổ chức khám sàng lọc
người từ năm mươi tuổi trở lên
lượt khám
khám sàng lọc, trạm y tế, huyết áp
Người đến khám nhịn ăn sáng, nên ban tổ chức chuẩn bị sẵn cháo ở góc sân.
Ai có chỉ số cao được hẹn đo lại sau một tuần, không ai bị dọa, cũng không ai bị bỏ qua.

Lịch tiêm chủng tháng này của trẻ ở {to}
{to_hoa} nhắc lịch tiêm cho từng gia đình
việc tiêm chủng cho trẻ
rà soát và nhắc lịch tiêm
cha mẹ có con nhỏ
mũi tiêm
tiêm chủng, trẻ nhỏ, phòng bệnh
Sổ tiêm của từng cháu được đối chiếu với sổ của trạm, thiếu mũi nào nhắc đúng mũi ấy.
Sau khi tiêm, các cháu ngồi lại ba mươi phút trong phòng có quạt mát và vài món đồ chơi.

Tuyển sinh lớp một ở {to}: những điều cần biết
Phụ huynh {to} nộp hồ sơ tuyển sinh tại nhà
việc tuyển sinh đầu cấp
hướng dẫn nộp hồ sơ tuyển sinh
phụ huynh học sinh
hồ sơ
tuyển sinh, lớp một, phụ huynh
Gia đình không có máy tính được hẹn đến nhà sinh hoạt, cán bộ ngồi cùng cho tới khi gửi xong.
Hay nhầm nhất là ngày sinh và nơi ở hiện tại, hai ô này nên đọc lại trước khi bấm nút gửi.

Phát học bổng khuyến học cho học sinh {to}
Quỹ khuyến học {to}: góp ít mà đều
việc khuyến học
vận động và trao học bổng
học sinh vượt khó
suất học bổng
khuyến học, học bổng, học sinh
Không có bảng ghi tên nhà tài trợ, người góp chỉ được gửi một tấm thiệp do học sinh tự viết.
Học bổng được trao vào đầu học kỳ, đúng lúc các gia đình phải lo tiền sách vở.
""",
    "an-ninh-trat-tu": """
Tổ liên gia ở {duong} diễn tập chữa cháy
Ba phút đầu tiên: buổi diễn tập chữa cháy ở {to}
buổi diễn tập chữa cháy
diễn tập chữa cháy và thoát nạn
các hộ liền kề
bình chữa cháy
phòng cháy, diễn tập, tổ liên gia
Tiếng chuông nhà đầu ngõ vang lên thì chuông của các nhà còn lại cũng kêu theo.
Lần đầu, phải gần bốn phút mới có người mang được bình tới; lần thứ hai chỉ còn một phút rưỡi.

Cảnh giác với cuộc gọi mạo danh cán bộ phường ở {to}
{to_hoa} bàn cách tránh lừa đảo qua điện thoại
việc phòng tránh lừa đảo qua mạng
nhắc nhau về thủ đoạn lừa đảo
người cao tuổi và người bán hàng trên mạng
cuộc gọi lạ
lừa đảo qua mạng, cảnh giác, công an phường
Kẻ gọi đọc đúng họ tên, số căn cước, rồi giục làm ngay trong ngày để người nghe không kịp hỏi ai.
Lời dặn được in chữ to, dán cạnh điện thoại bàn: tắt máy, hỏi con cháu, rồi hãy quyết.

Sắp xếp chỗ để xe ở {duong}
{to_hoa} kẻ vạch để xe, trả lại lối đi
việc sắp xếp chỗ để xe
kẻ vạch và sắp xếp chỗ để xe
chủ xe và hộ kinh doanh
chỗ để xe
để xe, trật tự đô thị, lối đi chung
Vạch vàng là chỗ để xe máy, vạch trắng là lối đi, chỗ không có vạch thì không để gì cả.
Khách đến ăn sáng được chỉ sang bãi gửi bên kia đường, đi bộ thêm chừng năm mươi mét.

Camera an ninh ở {to} do người dân góp lắp
{to_hoa} rà soát camera an ninh ở {duong}
việc lắp camera an ninh
lắp và kiểm tra camera
các hộ mặt đường
mắt camera
camera an ninh, khu phố tự quản, trộm cắp
Hình ảnh chỉ lưu mười lăm ngày, muốn xem lại phải có đơn và có người của tổ tự quản cùng xem.
Mắt camera không được quay vào cửa sổ nhà ai, đó là điều cả tổ thống nhất trước tiên.
""",
    "cai-cach-hanh-chinh": """
Bộ phận một cửa làm thêm sáng thứ bảy cho người dân {to}
Người dân {to} chờ ít hơn ở bộ phận một cửa
việc rút ngắn thời gian chờ
rút ngắn thời gian chờ ở bộ phận một cửa
người đến làm thủ tục
lượt hồ sơ
một cửa, thủ tục, thời gian chờ
Màn hình ngoài cửa cho biết đang tới số nào, ai ở gần thì về nhà làm việc khác rồi quay lại.
Ba loại giấy tờ hay bị thiếu nhất được in mẫu, để ngay ở bàn chờ cùng chiếc bút buộc dây.

Tổ công nghệ số {to} đến nhà hướng dẫn nộp hồ sơ
Nộp hồ sơ trực tuyến: người {to} làm thế nào?
việc nộp hồ sơ trực tuyến
hướng dẫn nộp hồ sơ trực tuyến
người chưa quen dùng điện thoại
tài khoản
dịch vụ công trực tuyến, tổ công nghệ số, chuyển đổi số
Bước khó nhất không phải là bấm máy, mà là chụp cho rõ hai mặt giấy tờ.
Người hướng dẫn không cầm điện thoại hộ, chỉ ngồi cạnh và nói từng bước, để lần sau tự làm được.

Cấp căn cước lưu động tại {to}
Làm căn cước ngay tại nhà cho người già yếu ở {to}
việc cấp căn cước lưu động
thu nhận hồ sơ căn cước lưu động
người già yếu, khó đi lại
hồ sơ căn cước
căn cước, định danh điện tử, lưu động
Máy chụp ảnh và máy lấy vân tay được chở đến bằng xe ba bánh, đặt ngay ở gian giữa.
Vân tay của các cụ hay bị mờ, phải lau tay bằng khăn ấm rồi lấy lại hai, ba lần.

Khảo sát mức độ hài lòng của người dân {to}
Người dân {to} chấm điểm bộ phận một cửa
việc khảo sát sự hài lòng
phát phiếu khảo sát sự hài lòng
người đã nhận kết quả
phiếu khảo sát
khảo sát, sự hài lòng, thái độ phục vụ
Phiếu không ghi tên, bỏ vào hòm có khóa, cuối tháng mở trước mặt đại diện các tổ dân phố.
Điểm thấp nhất rơi vào câu hỏi về chỗ ngồi chờ, nên việc đầu tiên là thêm hai dãy ghế.
""",
    "thong-bao": """
Thông báo tạm ngừng cấp nước ở {duong}
Lịch tạm ngừng cấp nước để thay ống ở {to}
việc tạm ngừng cấp nước
thay đoạn ống nước đã cũ
các hộ dùng nước
đồng hồ nước
cấp nước, lịch cắt nước, thay ống nước
Đề nghị các hộ trữ nước từ tối hôm trước và khóa van tổng để tránh nước đục chảy vào bể.
Khi có nước trở lại, nên xả bỏ vài phút đầu cho tới khi nước trong.

Thông báo thu gom rác cồng kềnh ở {to}
Lịch thu gom đồ cũ, rác cồng kềnh ở {duong}
đợt thu gom rác cồng kềnh
thu gom đồ cũ và rác cồng kềnh
các gia đình có đồ cũ
chuyến xe
rác cồng kềnh, vệ sinh môi trường, phân loại rác
Tủ, giường, đệm hỏng xin đưa ra điểm tập kết trước bảy giờ sáng, không để từ đêm hôm trước.
Bình gas, ắc quy và bóng đèn hỏng không thuộc đợt này, xin giữ lại cho đợt thu gom riêng.

Thông báo họp tổ dân phố quý này ở {to}
Mời họp {to} về các khoản đóng góp
cuộc họp tổ dân phố
họp toàn thể
đại diện từng hộ
khoản đóng góp
họp dân, đóng góp, quy chế dân chủ
Mỗi hộ cử một người có quyền quyết định, nếu bận có thể gửi ý kiến viết tay trước một ngày.
Bảng thu chi được phát kèm giấy mời để mọi người xem trước ở nhà.

Thông báo phun thuốc diệt muỗi ở {duong}
{to_hoa}: lịch phun thuốc và những điều cần chuẩn bị
đợt phun thuốc diệt muỗi
phun thuốc và diệt bọ gậy
các hộ trong khu vực phun
ổ bọ gậy
sốt xuất huyết, diệt muỗi, vệ sinh phòng dịch
Xin đậy kín thức ăn, đưa lồng chim và bể cá ra chỗ thoáng, tắt quạt trong lúc phun.
Sau khi phun một giờ thì mở hết cửa, lau mặt bàn và bếp trước khi nấu nướng.
""",
}
