"""What `setup` tells: what it is about, what it will change, and what comes next."""

from collections.abc import Iterable, Iterator

import click

from newsroom.content.settings import settings_in
from newsroom.content.settings_nodes import FILE
from newsroom.setup.plan import Plan, Project
from newsroom.setup.settings_file import site_in

_MOST_NAMED = 10
_WARD = {
    "name": "Tên", "city": "Tỉnh, thành phố", "district": "Quận, huyện", "address": "Địa chỉ",
    "phone": "Điện thoại", "email": "Thư điện tử", "working_hours": "Giờ làm việc",
    "notice": "Câu ghi chú ở chân trang",
}  # fmt: skip
_SITE = {"name": "Tên trang", "description": "Câu giới thiệu trang", "url": "Địa chỉ trang"}


def tell_start(project: Project) -> None:
    """Say what will be asked, and that nothing happens before the last answer."""
    click.echo(
        "Máy hỏi mấy câu rồi cho xem sẽ đổi những gì. Chưa đồng ý ở câu cuối thì chưa có gì bị "
        "đổi;\nmuốn dừng giữa chừng thì bấm Ctrl + C. Enter là giữ chữ trong ngoặc vuông, "
        "gõ - là bỏ trống.\nTrả lời nhầm cũng không sao: chạy lại lệnh này để sửa.\n"
    )
    if project.is_sample:
        click.echo(f"Cổng này đang là cổng mẫu của {project.newsroom.ward.name_in_text}.\n")


def tell_plan(project: Project, plan: Plan) -> None:
    """Say what will be changed, and what stays although it might not."""
    click.secho("\nSẽ đổi:", bold=True)
    changes = list(_changes(project, plan))
    for line in changes or ["Không có gì khác trong mkdocs.yml."]:
        click.echo(f"  {line}")
    if plan.moves:
        articles = sum(source.suffix == ".md" for source, _ in plan.moves)
        click.echo(
            f"  {articles} bài mẫu cùng ảnh và tài liệu của chúng chuyển sang thư mục "
            f"{plan.shelf.name}; không xóa tệp nào."
        )
    click.echo("  Gợi ý của VS Code và bảng các dòng của phần đầu bài được viết lại cho khớp.")
    click.secho("Giữ nguyên:", bold=True)
    click.echo(f"  Bài viết của bạn, mọi ghi chú và phần khác trong {FILE}.")
    for line in _staying(project, plan):
        click.echo(f"  {line}")


def tell_next_steps(plan: Plan) -> None:
    """Say what staff do next."""
    click.secho("\nĐã xong. Việc tiếp theo:", fg="green")
    click.echo(
        "  1. Xem thử trang: python scripts/portal.py preview (macOS, Linux: python3).\n"
        "  2. Đọc lại các trang Giới thiệu, Liên hệ, Chính sách trong thư mục docs; câu nào chưa\n"
        "     đúng thì sửa. Tên, địa chỉ, điện thoại ở đó tự lấy theo mkdocs.yml.\n"
        "  3. Kiểm tra: python scripts/portal.py check.\n"
        "  4. Đưa lên GitHub: trong VS Code bấm Source Control, rồi Commit, rồi Sync Changes."
    )
    if plan.moves:
        click.echo(
            "     Danh sách có nhiều tệp bị bỏ: đó là các bài mẫu vừa chuyển đi.\n"
            f"Thư mục {plan.shelf.name} chỉ nằm trên máy này; không cần nữa thì xóa đi."
        )


def _changes(project: Project, plan: Plan) -> Iterator[str]:
    data = dict(plan.files)[project.folder / FILE]
    before, after = project.newsroom, settings_in(data).newsroom
    if after is None:
        return
    yield from _differences(before.ward, after.ward, _WARD)
    yield from _differences(project.site, site_in(data), _SITE)
    yield from _list_changes("chuyên mục", _titles(before.sections), _titles(after.sections))
    old, new = ([one.title for one in room.organizations] for room in (before, after))
    yield from _list_changes("đơn vị", old, new)
    if plan.dropped_campaigns:
        yield f"Bỏ phong trào của cổng mẫu: {_named(plan.dropped_campaigns)}."


def _titles(items: object) -> list[str]:
    return [item.title for item in items.values()]  # type: ignore[attr-defined]


def _differences(before: object, after: object, labels: dict[str, str]) -> Iterator[str]:
    for name, label in labels.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{label}: {new or '(bỏ trống)'}" + (f"  (trước: {old})" if old else "")


def _list_changes(what: str, before: list[str], after: list[str]) -> Iterator[str]:
    if gone := [title for title in before if title not in after]:
        yield f"Bỏ {what}: {_named(gone)}."
    if new := [title for title in after if title not in before]:
        yield f"Thêm {what}: {_named(new)}."


def _staying(project: Project, plan: Plan) -> Iterator[str]:
    if plan.kept_sections:
        yield f"Chuyên mục mà bài đang dùng: {_named(plan.kept_sections)}."
    if plan.kept_campaigns:
        yield (
            f"Phong trào của cổng mẫu mà bài của bạn dùng: {_named(plan.kept_campaigns)}. "
            f"Hãy xem lại đơn vị tổ chức của nó trong {FILE}."
        )
    if plan.moves and project.files.changed:
        yield f"Bài, tệp mẫu mà bạn đã sửa: {_named(project.files.changed)}."
    if plan.moves and project.files.needed:
        yield f"Ảnh, tài liệu mẫu mà bài của bạn dùng: {_named(project.files.needed)}."
    if project.files.untouched and not plan.moves:
        yield "Các bài mẫu, vẫn ở thư mục bài viết."


def _named(titles: Iterable[str]) -> str:
    first, rest = list(titles)[:_MOST_NAMED], list(titles)[_MOST_NAMED:]
    return "; ".join(first) + (f"; và {len(rest)} mục nữa" if rest else "")
