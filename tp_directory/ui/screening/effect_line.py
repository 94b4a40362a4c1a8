"""One quiet line: what an answer changed besides itself, or why the page cannot be left yet."""

from __future__ import annotations

from tp_directory.core.bilingual import Language
from tp_directory.screening.form import Question
from tp_directory.ui.fact_labels import FactLabel

_NAMED = 3  # questions that are named; the others are only counted


class EffectLine(FactLabel):
    """Is hidden where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("")
        self._shown: tuple[Question, ...] = ()
        self._hidden: tuple[Question, ...] = ()
        self._language = Language.EN
        self._is_stop = False
        self.hide()

    def show_effect(
        self, shown: tuple[Question, ...], hidden: tuple[Question, ...], language: Language
    ) -> None:
        """Say which questions appeared and went away, in the language of the questions."""
        self._shown, self._hidden, self._language = shown, hidden, language
        self._is_stop = False
        self._say()

    def show_stop(self) -> None:
        """Say that an answer is missing or cannot stand."""
        self._shown = self._hidden = ()
        self._is_stop = True
        self._say()

    def clear(self) -> None:
        """Say nothing."""
        self.show_effect((), (), self._language)

    def set_language(self, language: Language) -> None:
        """Name the questions in another language."""
        self._language = language
        self._say()

    def _say(self) -> None:
        sentences = []
        if self._shown:
            words = self.tr("This brings %n more questions: {questions}", "", len(self._shown))
            sentences.append(words.format(questions=self._named(self._shown)))
        if self._hidden:
            words = self.tr(
                "%n questions are not asked any more, and no answer to them counts: {questions}",
                "",
                len(self._hidden),
            )
            sentences.append(words.format(questions=self._named(self._hidden)))
        if self._is_stop:
            sentences.append(
                self.tr(
                    "An answer on this page is missing or cannot stand. "
                    "The result can be seen all the same."
                )
            )
        self.setText("\n".join(sentences))
        self.setVisible(bool(sentences))

    def _named(self, questions: tuple[Question, ...]) -> str:
        quoted = "«\u00a0{}\u00a0»" if self._language is Language.FR else "“{}”"
        named = [quoted.format(each.label.best(self._language)) for each in questions[:_NAMED]]
        return "; ".join([*named, *(["…"] if len(questions) > _NAMED else [])])
