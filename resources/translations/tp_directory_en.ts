<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en_CA">
<context>
    <name>BeforePage</name>
    <message numerus="yes">
        <source>%n points still open. You can go on all the same: come back here when they become possible.</source>
        <translation>
            <numerusform>%n point still open. You can go on all the same: come back here when it becomes possible.</numerusform>
            <numerusform>%n points still open. You can go on all the same: come back here when they become possible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message numerus="yes">
        <source>%n services are gone, and no record says why.</source>
        <translation>
            <numerusform>%n service is gone, and no record says why.</numerusform>
            <numerusform>%n services are gone, and no record says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message numerus="yes">
        <source>%n more filters</source>
        <translation>
            <numerusform>%n more filter</numerusform>
            <numerusform>%n more filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicesModel</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DebriefPage</name>
    <message numerus="yes">
        <source>%n answers differ from the case</source>
        <translation>
            <numerusform>%n answer differs from the case</numerusform>
            <numerusform>%n answers differ from the case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionCard</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectLine</name>
    <message numerus="yes">
        <source>%n questions are not asked any more, and no answer to them counts: {questions}</source>
        <translation>
            <numerusform>%n question is not asked any more, and no answer to it counts: {questions}</numerusform>
            <numerusform>%n questions are not asked any more, and no answer to them counts: {questions}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This brings %n more questions: {questions}</source>
        <translation>
            <numerusform>This brings %n more question: {questions}</numerusform>
            <numerusform>This brings %n more questions: {questions}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show the only one (%n)</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedSection</name>
    <message numerus="yes">
        <source>All %n in the directory</source>
        <translation>
            <numerusform>%n in the directory</numerusform>
            <numerusform>All %n in the directory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsHead</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services serve {place}</source>
        <translation>
            <numerusform>%n service serves {place}</numerusform>
            <numerusform>%n services serve {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n</source>
        <translation>
            <numerusform>Compare %n</numerusform>
            <numerusform>Compare %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n at a time</source>
        <translation>
            <numerusform>%n at a time</numerusform>
            <numerusform>%n at a time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n minutes</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnstatedNotes</name>
    <message numerus="yes">
        <source>%n more do not state all their hours.</source>
        <translation>
            <numerusform>%n more does not state all its hours.</numerusform>
            <numerusform>%n more do not state all their hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more do not state their language.</source>
        <translation>
            <numerusform>%n more does not state its language.</numerusform>
            <numerusform>%n more do not state their language.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more do not state whom they are for.</source>
        <translation>
            <numerusform>%n more does not state whom it is for.</numerusform>
            <numerusform>%n more do not state whom they are for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be open: their hours are not known.</source>
        <translation>
            <numerusform>%n more may be open: its hours are not known.</numerusform>
            <numerusform>%n more may be open: their hours are not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>%n services were added.</source>
        <translation>
            <numerusform>%n service was added.</numerusform>
            <numerusform>%n services were added.</numerusform>
        </translation>
    </message>
</context>
</TS>
