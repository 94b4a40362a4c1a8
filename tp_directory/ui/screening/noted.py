"""What was noted, in neutral words: by dimension, and what nobody can take for a no."""

from __future__ import annotations

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.outcome import Outcome
from tp_directory.screening.vocabulary import Vocabulary

_ALSO = Text("Also noted", "Aussi noté")
_UNKNOWN = (
    Text(
        "1 question was not asked or could not be told.",
        "1 question non posée ou dont la réponse n'a pu être établie.",
    ),
    Text(
        "{count} questions were not asked or could not be told.",
        "{count} questions non posées ou dont la réponse n'a pu être établie.",
    ),
)
_DECLINED = (
    Text(
        "1 question the person preferred not to answer.",
        "1 question à laquelle la personne a préféré ne pas répondre.",
    ),
    Text(
        "{count} questions the person preferred not to answer.",
        "{count} questions auxquelles la personne a préféré ne pas répondre.",
    ),
)
_NOT_A_NO = Text("None of these is a no.", "Ce ne sont pas des « non ».")


def noted_lines(
    outcome: Outcome, vocabulary: Vocabulary, language: Language
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The questions answered with yes under the name of their dimension, in the order asked."""
    return tuple(
        (
            vocabulary.dimensions.get(noted.dimension, _ALSO).best(language),
            tuple(each.label.best(language) for each in noted.questions),
        )
        for noted in outcome.noted
    )


def not_a_no(outcome: Outcome, language: Language) -> str:
    """How many questions have no answer, and that this is no answer either; "" where all have."""
    sentences = [
        (one if count == 1 else many).best(language).format(count=count)
        for count, (one, many) in ((outcome.unknown, _UNKNOWN), (outcome.declined, _DECLINED))
        if count
    ]
    if sentences:
        sentences.append(_NOT_A_NO.best(language))
    return " ".join(sentences)
