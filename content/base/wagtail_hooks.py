from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def keep_file_names_out_of_titles() -> SafeString:
    return format_html(
        '<script type="module" src="{}"></script>', static("js/staff/neutral_titles.js")
    )
