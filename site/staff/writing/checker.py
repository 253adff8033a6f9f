"""The checks that run over a page in its preview: what keeps readers out, in words an editor understands."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

# A file's name or a camera's number in place of words; `_` and endings are Wagtail's own pattern.
FILE_NAMES = (
    r"\.(avif|gif|jpe?g|png|svg|webp|heic)$|_"
    r"|^(img|dsc[nf]?|pict?|image|photo|picture|screenshot|фото|снимок|картинка|изображение|图片|照片|截图)"
    r"[\s-]*\d*$"
)
# Links that say nothing when read out of their sentence, as a screen reader lists them.
EMPTY_WORDS = (
    "here|click here|click|link|this link|more|read more|this page"
    "|тут|здесь|сюда|отсюда|ссылка|по ссылке|подробнее|далее|читать далее|читать дальше|нажмите сюда|нажмите здесь"
    "|这里|这儿|点这里|点击|点击这里|点此|点击此处|此处|链接|更多|查看更多|了解更多|阅读更多|阅读全文|详情"
)
SAYS_NOTHING = {
    "id": "check-link-says-nothing",
    # axe takes the source of a function here; only the staff interface, whose policy allows it, ever loads it.
    "evaluate": (
        "function (node, options) { return new RegExp(options.pattern, 'iu').test("
        "(node.getAttribute('aria-label') || node.textContent).trim()); }"
    ),
    "options": {"pattern": f"^({EMPTY_WORDS})[\\s.…!>»→。！]*$"},
}
LINK_SAYS_NOTHING = {
    "id": "link-says-nothing",
    "impact": "serious",
    "selector": "main a[href]",
    "tags": ["best-practice"],
    "none": [SAYS_NOTHING["id"]],
    "enabled": True,
}


class WritingChecker(ContentCheckerItem):
    """Wagtail's checks, and those that a writer of ours can break: contrast, language, links, tables, films."""

    axe_include = ["main"]  # the frame around it is no editor's to mend
    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "color-contrast",
        "valid-lang",
        "table-duplicate-name",
        "video-caption",
        "link-says-nothing",
    ]
    axe_custom_rules = [*ContentCheckerItem.axe_custom_rules, LINK_SAYS_NOTHING]
    axe_custom_checks = [
        {"id": "check-image-alt-text", "options": {"pattern": FILE_NAMES}},
        {"id": "check-empty-meta-description"},
        SAYS_NOTHING,
    ]
    axe_messages = ContentCheckerItem.axe_messages | {
        "alt-text-quality": {
            "error_name": _("The text alternative is the name of a file"),
            "help_text": _("Say in one sentence what can be seen."),
        },
        "image-alt": {
            "error_name": _("A picture has no text alternative"),
            "help_text": _("Open the picture and say what can be seen, or mark it as decoration."),
        },
        "color-contrast": {
            "error_name": _("Words are hard to read on their ground"),
            "help_text": _("Choose a block of the site instead of coloured text."),
        },
        "valid-lang": {
            "error_name": _("A text names a language that does not exist"),
            "help_text": _("Tell the administrators: a screen reader cannot choose its voice."),
        },
        "table-duplicate-name": {
            "error_name": _("A table's caption and summary say the same"),
            "help_text": _("Let the caption say what the table is about."),
        },
        "video-caption": {
            "error_name": _("A film has no captions"),
            "help_text": _("Add captions in the language of the page."),
        },
        "link-says-nothing": {
            "error_name": _("A link says nothing by itself"),
            "help_text": _("Let the words of the link say where it leads: not “here” or “more”."),
        },
    }


def check_our_way(items: list) -> None:
    """Put our checks in the place of Wagtail's, in the editor and in the preview alike."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = WritingChecker(in_editor=item.in_editor)
