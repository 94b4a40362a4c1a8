"""Reads the XForm that pyxform made of a workbook into a `Form`.

ODK XForms specification: Structure, Bindings, Body, Languages. Entities are not resolved and no
network is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.faults import Fault, FormulaRefused, ProtocolRefused
from tp_directory.screening.form import Choice, Form, Kind, Question
from tp_directory.screening.xlsform.subset import LANGUAGE, extra_cells
from tp_directory.screening.xlsform.workbook import Row
from tp_directory.screening.xpath.build import filter_of, formula_of
from tp_directory.screening.xpath.formula import Formula
from tp_directory.screening.xpath.outline import Item, Node, Outline

_X = "{http://www.w3.org/2002/xforms}"
_H = "{http://www.w3.org/1999/xhtml}"
_JR = "{http://openrosa.org/javarosa}"
_ITEXT = re.compile(r"jr:itext\('(.*)'\)", re.DOTALL)
_NO_WORDS = "-"
"""What pyxform writes where a translation is missing."""

_NO_LANGUAGE = "default"
"""The language that pyxform names where columns name none, and a hint has a guidance hint."""

_INPUTS = {"int": Kind.INTEGER, "decimal": Kind.DECIMAL, "date": Kind.DATE, "string": Kind.TEXT}
_CONTROLS = {
    "group": Kind.GROUP,
    "select1": Kind.SELECT_ONE,
    "select": Kind.SELECT_MULTIPLE,
    "trigger": Kind.ACKNOWLEDGE,
}

MAX_LOOKS = 100_000
"""Answers and choices that all formulas together may look at: a second, and 50 MB, at most."""

_UNREADABLE = Text(
    "its groups are nested too deeply, or a text holds a character that no file may hold.",
    "ses groupes sont trop imbriqués, ou un texte contient un caractère qu'aucun fichier n'admet.",
)
_TOO_ENTANGLED = Text(
    f"all formulas together look at more than {MAX_LOOKS} answers and choices.",
    f"toutes les formules ensemble consultent plus de {MAX_LOOKS} réponses et choix.",
)

Refuse = Callable[[str, str, FormulaRefused], None]
"""Called with a question's name, the facet that holds the formula, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A node of the primary instance: its path, its plain default, and where it hangs."""

    path: str
    name: str
    parent: int
    default: str


def form_of(xml: str, sha256: str, rows: Mapping[str, Row], refuse: Refuse) -> Form:
    """Read an XForm; a formula that is refused is told to `refuse`, and left out.

    `rows` gives the row of the workbook by the name of a question.

    Raises:
        ProtocolRefused: it is no sound XML, or its formulas look at too much.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ProtocolRefused((Fault("survey", 0, "", _UNREADABLE),)) from error
    return _Reader(root, rows, refuse).form(sha256)


class _Reader:
    """Knows the XForm, its words by id, its nodes, and the lists of choices."""

    def __init__(self, root: etree._Element, rows: Mapping[str, Row], refuse: Refuse) -> None:
        self.rows = rows
        self.refuse = refuse
        self.title = root.findtext(f"{_H}head/{_H}title") or ""
        self.model = _only(root.find(f"{_H}head/{_X}model"))
        self.body = _only(root.find(f"{_H}body"))
        self.default_language = Language.EN
        self.words = self._words()
        self.data = _only(_only(self.model.find(f"{_X}instance"))[0])
        self.leaves = tuple(self._leaves(self.data, "", -1, []))
        self.outline = Outline(self._nodes(), self._lists())
        self.choices = {
            name: tuple(
                Choice(item.get("name", ""), self._choice_label(item), item) for item in items
            )
            for name, items in self.outline.lists.items()
        }
        self.looks_left = MAX_LOOKS
        self.binds = {each.get("nodeset", ""): each for each in self.model.iter(f"{_X}bind")}
        self.first = {
            each.get("ref", ""): each.get("value", "") for each in self.model.iter(f"{_X}setvalue")
        }
        self.controls = {
            each.get("ref", ""): each
            for each in self.body.iter(f"{_X}*")
            if etree.QName(each).localname in {"group", "select1", "select", "trigger", "input"}
        }

    def form(self, sha256: str) -> Form:
        questions = tuple(self._question(index) for index in range(len(self.leaves)))
        return Form(
            form_id=self.data.get("id", ""),
            title=self.title,
            version=self.data.get("version", ""),
            default_language=self.default_language,
            sha256=sha256,
            questions=questions,
            outline=self.outline,
            places={each.name: each.index for each in questions[1:]},
        )

    # Words

    def _words(self) -> dict[Language, dict[tuple[str, str], str]]:
        words: dict[Language, dict[tuple[str, str], str]] = {each: {} for each in Language}
        for translation in self.model.iter(f"{_X}translation"):
            named = translation.get("lang", "")
            match = LANGUAGE.fullmatch(named)
            if match is None and named != _NO_LANGUAGE:
                continue
            language = Language(match.group(1)) if match else self.default_language
            if translation.get("default") is not None:
                self.default_language = language
            for text in translation.iter(f"{_X}text"):
                for value in text.iter(f"{_X}value"):
                    written = _all_text(value).strip()
                    if written != _NO_WORDS:
                        key = (text.get("id", ""), value.get("form", ""))
                        words[language].setdefault(key, written)
        return words

    def _text(self, reference: str, form: str = "") -> Text:
        """The words of a reference to them, or the words themselves where there is no reference."""
        match = _ITEXT.fullmatch(reference.strip())
        if match is not None:
            return self._itext(match.group(1), form)
        if form:
            return Text()
        is_french = self.default_language is Language.FR
        return Text("", reference) if is_french else Text(reference, "")

    def _itext(self, identifier: str, form: str = "") -> Text:
        key = (identifier, form)
        return Text(self.words[Language.EN].get(key, ""), self.words[Language.FR].get(key, ""))

    def _shown(self, control: etree._Element | None, tag: str, form: str = "") -> Text:
        element = None if control is None else control.find(f"{_X}{tag}")
        if element is None:
            return Text()
        return self._text(element.get("ref") or _all_text(element), form)

    # Nodes and lists

    def _leaves(
        self, element: etree._Element, above: str, parent: int, found: list[_Leaf]
    ) -> list[_Leaf]:
        name = etree.QName(element).localname
        path = f"{above}/{name}"
        index = len(found)
        found.append(_Leaf(path, name, parent, (element.text or "").strip()))
        for child in element.iterchildren(f"{_X}*"):
            if not (parent == -1 and etree.QName(child).localname == "meta"):
                self._leaves(child, path, index, found)
        return found

    def _nodes(self) -> tuple[Node, ...]:
        children: dict[int, list[int]] = {}
        for index, leaf in enumerate(self.leaves):
            children.setdefault(leaf.parent, []).append(index)
        return tuple(
            Node(index, leaf.name, leaf.parent, tuple(children.get(index, ())))
            for index, leaf in enumerate(self.leaves)
        )

    def _lists(self) -> dict[str, tuple[Item, ...]]:
        return {
            instance.get("id", ""): tuple(
                {
                    etree.QName(column).localname: _all_text(column)
                    for column in item.iterchildren(f"{_X}*")
                }
                for item in instance.iter(f"{_X}item")
            )
            for instance in self.model.iterchildren(f"{_X}instance")
            if instance.get("id")
        }

    # Questions

    def _question(self, index: int) -> Question:
        leaf = self.leaves[index]
        row = self.rows.get(leaf.name)
        bind = self.binds.get(leaf.path)
        control = self.controls.get(leaf.path)
        facets = {} if bind is None else _attributes(bind)
        kind = self._kind(index, facets.get("type", "string"), control, facets)
        choices, choice_filter = self._choices(index, control)
        return Question(
            index=index,
            name=leaf.name,
            path=leaf.path,
            kind=kind,
            parent=leaf.parent,
            row=row.number if row else 0,
            label=self._shown(control, "label"),
            hint=self._shown(control, "hint"),
            guidance=self._shown(control, "hint", "guidance"),
            appearance="" if control is None else control.get("appearance", ""),
            choices=choices,
            choice_filter=choice_filter,
            relevant=self._formula(index, "relevant", facets.get("relevant")),
            constraint=self._formula(index, "constraint", facets.get("constraint")),
            constraint_message=self._text(facets.get(f"{_JR}constraintMsg", "")),
            required=self._formula(index, "required", facets.get("required")),
            required_message=self._text(facets.get(f"{_JR}requiredMsg", "")),
            calculate=self._formula(index, "calculation", facets.get("calculate")),
            default=leaf.default if not self.outline.nodes[index].children else "",
            first_value=self._formula(index, "default", self.first.get(leaf.path)),
            extra=extra_cells(row) if row else {},
        )

    def _kind(
        self, index: int, bind_type: str, control: etree._Element | None, facets: Mapping[str, str]
    ) -> Kind:
        if index == 0 or self.outline.nodes[index].children:
            return Kind.GROUP
        if control is None:
            return Kind.CALCULATE
        tag = etree.QName(control).localname
        if tag in _CONTROLS:
            return _CONTROLS[tag]
        if facets.get("readonly") == "true()":
            return Kind.NOTE
        return _INPUTS.get(bind_type, Kind.TEXT)

    def _formula(self, index: int, facet: str, text: str | None) -> Formula | None:
        if text is None or not text.strip():
            return None
        try:
            return self._counted(formula_of(text.strip(), self.outline, index))
        except FormulaRefused as error:
            self.refuse(self.leaves[index].name, facet, error)
            return None

    def _choices(
        self, index: int, control: etree._Element | None
    ) -> tuple[tuple[Choice, ...], Formula | None]:
        itemset = None if control is None else control.find(f"{_X}itemset")
        if itemset is None:
            return (), None
        try:
            chosen, formula = filter_of(itemset.get("nodeset", ""), self.outline, index)
        except FormulaRefused as error:
            self.refuse(self.leaves[index].name, "choice_filter", error)
            return (), None
        return self.choices[chosen], self._counted(formula) if "[" in formula.text else None

    def _counted(self, formula: Formula) -> Formula:
        self.looks_left -= formula.looks
        if self.looks_left < 0:
            raise ProtocolRefused((Fault("survey", 0, "", _TOO_ENTANGLED),))
        return formula

    def _choice_label(self, item: Item) -> Text:
        if "itextId" in item:
            return self._itext(item["itextId"])
        return self._text(item.get("label", ""))


def _all_text(element: etree._Element) -> str:
    return "".join(str(each) for each in element.itertext())


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _only(element: etree._Element | None) -> etree._Element:
    if element is None:
        raise ValueError("pyxform made an XForm without head, model or body")
    return element
