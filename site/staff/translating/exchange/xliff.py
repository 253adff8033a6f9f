"""XLIFF 1.2, the version that every agency's program reads. Source: docs.oasis-open.org/xliff/v1.2."""

from django.utils.translation import gettext as _
from lxml import etree
from wagtail_localize.models import Translation

from content.base.languages import html_lang
from staff.translating.exchange.inline import XLIFF, from_codes, to_codes
from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.units import Returned, ReturnedFile, units_of

UNFINISHED = {"new", "needs-translation", "needs-adaptation", "needs-review-translation"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _name(local: str) -> str:
    return f"{{{XLIFF}}}{local}"


def write_xliff(translation: Translation) -> bytes:
    """Return the texts of a page with their translations as far as there are."""
    root = etree.Element(_name("xliff"), nsmap={None: XLIFF}, version="1.2")
    file = etree.SubElement(root, _name("file"), original=str(translation.uuid), datatype="html")
    file.set("source-language", html_lang(translation.source.locale.language_code))
    file.set("target-language", html_lang(translation.target_locale.language_code))
    header = etree.SubElement(file, _name("header"))
    etree.SubElement(header, _name("note")).text = translation.source.object_repr
    body = etree.SubElement(file, _name("body"))
    for unit in units_of(translation):
        node = etree.SubElement(
            body, _name("trans-unit"), id=str(unit.segment.pk), resname=unit.path
        )
        node.set(SPACE, "preserve")
        to_codes(unit.source, etree.SubElement(node, _name("source")))
        target = etree.SubElement(node, _name("target"))
        target.set("state", "translated" if unit.words else "needs-translation")
        to_codes(unit.words, target)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def read_xliff(data: bytes, translation: Translation) -> ReturnedFile:
    """Read an XLIFF file; raise RefusedFileError where it is not one, or holds a document type of its own."""
    file = _file_node(data)
    units = {str(unit.segment.pk): unit for unit in units_of(translation)}
    problems: list[Problem] = []
    texts: list[Returned] = []
    nodes = list(file.iter(_name("trans-unit")))
    for node in nodes:
        unit, target = units.get(node.get("id", "")), node.find(_name("target"))
        if target is None or target.get("state") in UNFINISHED or _is_empty(target):
            continue
        if unit is None:
            problems.append(Problem(node.sourceline, unknown_text(node.get("id", ""))))
            continue
        try:
            source = from_codes(node.find(_name("source")), unit.source)
            words = from_codes(target, unit.source)
        except (ValueError, AttributeError, TypeError) as error:
            reason = str(error) if isinstance(error, ValueError) else _("The original is missing.")
            problems.append(Problem(node.sourceline, reason))
            continue
        texts.append(Returned(target.sourceline, unit.path, source, words))
    if problems:
        raise RefusedFileError(*problems)
    return ReturnedFile(
        kind="XLIFF",
        translation=file.get("original", ""),
        language=file.get("target-language", ""),
        texts=texts,
        left_out=len(nodes) - len(texts),
    )


def xliff_belongs_to(data: bytes) -> str:
    """Return the mark of the translation that an XLIFF file says it belongs to."""
    return _file_node(data).get("original", "")


def _file_node(data: bytes) -> etree._Element:
    root = _parse(data)
    file = root.find(_name("file"))
    if root.tag != _name("xliff") or file is None:
        raise RefusedFileError(Problem(root.sourceline, _("This is no XLIFF file of version 1.2.")))
    return file


def unknown_text(name: str) -> str:
    """Say that a file translates a text that the page does not have."""
    return _(
        "“%(name)s” is not a text of this page. The original may have changed since the file was made: "
        "download a new one."
    ) % {"name": name[:80]}


def _is_empty(target: etree._Element) -> bool:
    return not "".join(target.itertext()).strip()


def _parse(data: bytes) -> etree._Element:
    """Parse without entities, document types or requests: none of these has a place in such a file."""
    before, doctype, _after = data.partition(b"<!DOCTYPE")
    if doctype:
        line = before.count(b"\n") + 1
        raise RefusedFileError(
            Problem(line, _("The file brings a document type of its own: not allowed."))
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = _("This line is not written as in an XML file.")
        raise RefusedFileError(Problem(error.lineno or 0, reason)) from error
