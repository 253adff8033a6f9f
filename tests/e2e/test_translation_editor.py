"""The script beside the translation editor comes to rest when its words are those that stand there already."""

from bigcats.environment import BASE_DIR

SCRIPT = BASE_DIR / "static/js/staff/translation_editor.js"
EDITOR = """
<div id="staff-translation-words" data-heading="{source} to {target} translation" data-more="More actions"></div>
<div class="js-translation-editor"><div class="w-tabs"><h3>English to Russian translation</h3></div></div>
"""


def test_english_words_are_not_written_again_and_again(browser):
    page = browser.new_page()
    page.set_content(EDITOR)
    page.add_script_tag(content=SCRIPT.read_text(), type="module")
    # A change, and a turn of the clock after it, which a script that writes without end never lets come.
    page.evaluate("""() => setTimeout(() => {
      document.querySelector(".js-translation-editor").append("x");
      setTimeout(() => document.body.setAttribute("data-rests", ""), 0);
    }, 0)""")
    page.wait_for_selector("body[data-rests]", timeout=5_000)
    page.close()
