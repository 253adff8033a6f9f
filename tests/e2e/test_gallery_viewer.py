"""The frames of one visit: stepping by keyboard, playing, and a row of pictures without JavaScript."""

from playwright.sync_api import Page, expect


def open_visit(page: Page) -> None:
    """Open the first visit of the wall that has several frames."""
    page.goto("/en/galleries/visits/?species=amur-leopard")
    page.locator("#visits").get_by_role("heading", level=3).first.get_by_role("link").click()
    page.wait_for_load_state()


def shown(page: Page) -> str:
    """Return the place of the one frame that can be seen."""
    visible = page.locator("[data-frames] > li").filter(visible=True)
    expect(visible).to_have_count(1)
    return visible.locator(".viewer__position").inner_text()


def test_arrow_keys_step_through_the_frames(new_page):
    page = new_page()
    open_visit(page)
    page.get_by_role("list", name="Frames").focus()
    page.keyboard.press("Home")
    first = shown(page)
    assert first.startswith("Frame 1 of ")
    page.keyboard.press("ArrowRight")
    assert shown(page).startswith("Frame 2 of ")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    last = first.split()[-1]
    assert shown(page) == f"Frame {last} of {last}"
    page.get_by_role("link", name="Frame 1 of").click()
    assert shown(page) == first


def test_it_plays_only_when_asked_and_stops_when_asked(new_page):
    page = new_page()
    open_visit(page)
    before = shown(page)
    page.wait_for_timeout(1500)
    assert shown(page) == before
    page.get_by_role("button", name="Play").click()
    expect(page.locator("#frame-1")).to_be_visible()
    expect(page.locator("#frame-2")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_those_who_asked_for_calm_get_one_slow_pass(new_page):
    page = new_page(reduced_motion="reduce")
    page.clock.install()
    open_visit(page)
    frames = page.locator("[data-frames] > li").count()
    page.get_by_role("button", name="Play").click()
    place = page.locator("[data-frames] > [data-current] .viewer__position")
    page.clock.run_for(1000)
    expect(place).to_have_text(f"Frame 1 of {frames}")
    page.clock.run_for(1800 * (frames + 1))
    expect(place).to_have_text(f"Frame {frames} of {frames}")
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_without_javascript_the_frames_are_a_row_with_links(new_page):
    page = new_page(java_script_enabled=False)
    open_visit(page)
    frames = page.locator("[data-frames] > li")
    for number in range(frames.count()):
        expect(frames.nth(number).locator("img")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_have_count(0)
    page.get_by_role("link", name="Frame 2 of").click()
    assert page.url.endswith("#frame-2")
    frames.nth(1).locator("a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Frame 2 of")
    page.get_by_role("link", name="Next frame").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Frame 3 of")


def test_full_screen_lets_one_look_closely_and_step_back(new_page):
    page = new_page()
    open_visit(page)
    button = page.get_by_role("button", name="Full screen")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    picture = page.locator("[data-frames] > [data-current] img")
    width = picture.bounding_box()["width"]
    picture.click()
    assert round(picture.bounding_box()["width"] / width, 2) == 2.25
    page.keyboard.press("ArrowLeft")
    picture.click()
    assert picture.bounding_box()["width"] == width
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_plus_enlarges_and_zero_steps_back(new_page):
    page = new_page()
    open_visit(page)
    picture = page.locator("[data-frames] > [data-current] img")
    width = picture.bounding_box()["width"]
    page.get_by_role("list", name="Frames").focus()
    page.keyboard.press("+")
    assert round(picture.bounding_box()["width"] / width, 2) == 1.5
    page.keyboard.press("0")
    assert picture.bounding_box()["width"] == width


def test_address_can_be_copied(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    open_visit(page)
    page.get_by_role("button", name="Share this page").click()
    expect(page.get_by_text("The link is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
