from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue


class Machine(BaseMachineTranslator):
    """A machine for tests: marks each text as its own; loses the tags, or gives no answer, when told to."""

    display_name = "Test machine"

    def can_translate(self, source_locale, target_locale) -> bool:
        return source_locale != target_locale

    def translate(self, source_locale, target_locale, strings) -> dict:
        if self.options.get("is_silent"):
            raise ConnectionError
        return {
            string: StringValue(
                f"машина: {string.render_text() if self.options.get('loses_tags') else string.data}"
            )
            for string in strings
        }
