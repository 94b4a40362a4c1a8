<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en_CA">
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
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
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
