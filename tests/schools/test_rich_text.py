from content.schools.pdf.rich_text import blocks_of


def test_blocks_and_runs():
    html = (
        '<p>A <b>b</b> &amp; <i>c</i></p><ul><li>x</li><li><a href="https://e.org">y</a></li></ul>'
    )
    assert blocks_of(html) == [
        {
            "kind": "p",
            "runs": [
                {"text": "A "},
                {"text": "b", "bold": True},
                {"text": " & "},
                {"text": "c", "italic": True},
            ],
        },
        {"kind": "ul", "items": [[{"text": "x"}], [{"text": "y", "href": "https://e.org"}]]},
    ]


def test_links_into_the_site_and_scripts_lose_their_address():
    html = '<p><a linktype="page" id="3">in</a> <a href="javascript:alert(1)">js</a></p>'
    (block,) = blocks_of(html)
    assert all("href" not in run for run in block["runs"])


def test_broken_html_keeps_its_words():
    assert blocks_of("</b>loose <p>in<p>side</ul><li>alone") == [
        {"kind": "p", "runs": [{"text": "loose "}]},
        {"kind": "p", "runs": [{"text": "in"}]},
        {"kind": "p", "runs": [{"text": "side"}]},
        {"kind": "p", "runs": [{"text": "alone"}]},
    ]
