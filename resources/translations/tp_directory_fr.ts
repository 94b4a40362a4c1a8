<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en_CA">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About TP Directory</source>
        <translation>À propos de TP Directory</translation>
    </message>
    <message>
        <source>An offline directory of services for people in Canada who may have been trafficked, for those who meet them at work. It keeps nothing of what is typed, searched or opened.</source>
        <translation>Un répertoire hors ligne de services pour les personnes qui pourraient être victimes de traite au Canada, destiné à celles et ceux qui les rencontrent dans leur travail. Il ne garde rien de ce qui est tapé, cherché ou consulté.</translation>
    </message>
    <message>
        <source>Copy the main number of the chosen service</source>
        <translation>Copier le numéro principal du service choisi</translation>
    </message>
    <message>
        <source>Directory, taxonomy, thesaurus and regions: TP Directory, CC BY 4.0.</source>
        <translation>Répertoire, taxonomie, thésaurus et régions&#xa0;: TP Directory, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation>Bas, Haut</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Go to the next control, in reading order</source>
        <translation>Passer à l&apos;élément suivant, dans l&apos;ordre de lecture</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Place names and postal codes: GeoNames (https://www.geonames.org/), CC BY 4.0.</source>
        <translation>Noms de lieux et codes postaux&#xa0;: GeoNames (https://www.geonames.org/), CC BY 4.0.</translation>
    </message>
    <message>
        <source>Program: Apache License 2.0. Window: Qt and PySide6, LGPL 3.</source>
        <translation>Programme&#xa0;: licence Apache 2.0. Fenêtre&#xa0;: Qt et PySide6, LGPL 3.</translation>
    </message>
    <message>
        <source>Record format: Human Services Data Specification, an Open Referral resource (https://openreferral.org/), CC BY-SA 4.0.</source>
        <translation>Format des fiches&#xa0;: Human Services Data Specification, une ressource d&apos;Open Referral (https://openreferral.org/), CC BY-SA 4.0.</translation>
    </message>
    <message>
        <source>Sources and licences</source>
        <translation>Sources et licences</translation>
    </message>
    <message>
        <source>TP Directory {version}</source>
        <translation>TP Directory {version}</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Walk through the results from the search box</source>
        <translation>Parcourir les résultats sans quitter la boîte de recherche</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About</source>
        <translation>À &amp;propos</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Clear both boxes and start again</source>
        <translation>Vider les deux boîtes et recommencer</translation>
    </message>
    <message>
        <source>Close the window; nothing that was typed is kept</source>
        <translation>Fermer la fenêtre; rien de ce qui a été tapé n&apos;est conservé</translation>
    </message>
    <message>
        <source>Copy the main number of the chosen service</source>
        <translation>Copier le numéro principal du service choisi</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>Aller à la boîte de recherche</translation>
    </message>
    <message>
        <source>Keys, sources and licences</source>
        <translation>Touches, sources et licences</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Search box</source>
        <translation>Boîte de recherche</translation>
    </message>
</context>
<context>
    <name>EmergencyLine</name>
    <message>
        <source>Copy this number</source>
        <translation>Copier ce numéro</translation>
    </message>
    <message>
        <source>Copy {number}, {label}</source>
        <translation>Copier {number}, {label}</translation>
    </message>
</context>
<context>
    <name>FaultReporter</name>
    <message>
        <source>Something went wrong in the program itself. The directory is unharmed and can still be searched; if the window behaves oddly, close it and start again.

What happened is noted in {file}, without anything that was typed or opened.</source>
        <translation>Une erreur s&apos;est produite dans le programme lui-même. Le répertoire est intact et peut encore être consulté; si la fenêtre se comporte de façon étrange, fermez-la et recommencez.

Ce qui s&apos;est passé est noté dans {file}, sans rien de ce qui a été tapé ou consulté.</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>By need</source>
        <translation>Par besoin</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Dans vos propres mots</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Rechercher&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Type what is needed in your own words; add a town to see who serves it. For example:</source>
        <translation>Tapez ce qu&apos;il faut, dans vos propres mots; ajoutez une localité pour voir qui la dessert. Par exemple&#xa0;:</translation>
    </message>
    <message>
        <source>Who can help</source>
        <translation>Qui peut aider</translation>
    </message>
    <message>
        <source>With a place</source>
        <translation>Avec un lieu</translation>
    </message>
    <message>
        <source>legal help Kenora</source>
        <translation>aide juridique Kenora</translation>
    </message>
    <message>
        <source>need:interpretation</source>
        <translation>besoin:interprétation</translation>
    </message>
    <message>
        <source>safe place to sleep tonight</source>
        <translation>endroit sûr où dormir ce soir</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Hours unknown</source>
        <translation>Heures inconnues</translation>
    </message>
    <message>
        <source>no number stated</source>
        <translation>aucun numéro indiqué</translation>
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
    <message>
        <source>Anywhere, not only there</source>
        <translation>Partout, pas seulement là</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>Élargir la demande</translation>
    </message>
    <message>
        <source>At any distance</source>
        <translation>À n&apos;importe quelle distance</translation>
    </message>
    <message>
        <source>By any way of contact</source>
        <translation>Par tout moyen de contact</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>Vouliez-vous dire</translation>
    </message>
    <message>
        <source>For any need</source>
        <translation>Pour tout besoin</translation>
    </message>
    <message>
        <source>For anyone</source>
        <translation>Pour tout le monde</translation>
    </message>
    <message>
        <source>In any language</source>
        <translation>Dans toute langue</translation>
    </message>
    <message>
        <source>In every province</source>
        <translation>Dans toutes les provinces</translation>
    </message>
    <message>
        <source>Not only day and night</source>
        <translation>Pas seulement jour et nuit</translation>
    </message>
    <message>
        <source>Not only for trafficking</source>
        <translation>Pas seulement pour la traite</translation>
    </message>
    <message>
        <source>Open or closed</source>
        <translation>Ouvert ou fermé</translation>
    </message>
    <message>
        <source>Search instead: {words}</source>
        <translation>Rechercher plutôt&#xa0;: {words}</translation>
    </message>
    <message>
        <source>These lines answer at any hour</source>
        <translation>Ces lignes répondent à toute heure</translation>
    </message>
    <message>
        <source>Without one of the conditions</source>
        <translation>Sans l&apos;une des conditions</translation>
    </message>
    <message>
        <source>Without the words</source>
        <translation>Sans les mots</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Copier {number}</translation>
    </message>
    <message>
        <source>The hours of this number are not stated.</source>
        <translation>Les heures de ce numéro ne sont pas indiquées.</translation>
    </message>
</context>
<context>
    <name>PreparingPage</name>
    <message>
        <source>Preparing the directory…</source>
        <translation>Préparation du répertoire…</translation>
    </message>
    <message>
        <source>The directory could not be opened.</source>
        <translation>Le répertoire n&apos;a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
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
            <numerusform>%n service dessert {place}</numerusform>
            <numerusform>%n services desservent {place}</numerusform>
        </translation>
    </message>
    <message>
        <source>Another one?</source>
        <translation>Un autre lieu?</translation>
    </message>
    <message>
        <source>Distances are from the middle of the postal area.</source>
        <translation>Les distances sont calculées depuis le centre de la zone postale.</translation>
    </message>
    <message>
        <source>No service has all of these words; these have some of them.</source>
        <translation>Aucun service n&apos;a tous ces mots; ceux-ci en ont une partie.</translation>
    </message>
    <message>
        <source>Not understood: {words}</source>
        <translation>Non compris&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Rien n&apos;a été trouvé</translation>
    </message>
    <message>
        <source>Nothing was found for {place}</source>
        <translation>Rien n&apos;a été trouvé pour {place}</translation>
    </message>
    <message>
        <source>Perhaps you meant: {words}</source>
        <translation>Peut-être vouliez-vous dire&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Read as: {words}</source>
        <translation>Lu comme&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>{place} was found in your words.</source>
        <translation>{place} a été trouvé dans vos mots.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Clear both boxes (Esc)</source>
        <translation>Vider les deux boîtes (Échap)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Town, postal code or lat,lon</source>
        <translation>Localité, code postal ou lat,lon</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Words, need, organization, number…</source>
        <translation>Mots, besoin, organisme, numéro…</translation>
    </message>
</context>
<context>
    <name>ServicePane</name>
    <message>
        <source>(stated in English only)</source>
        <translation>(indiqué en anglais seulement)</translation>
    </message>
    <message>
        <source>(stated in French only)</source>
        <translation>(indiqué en français seulement)</translation>
    </message>
    <message>
        <source>Choose a service to see its numbers.</source>
        <translation>Choisissez un service pour voir ses numéros.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {address}</source>
        <translation>Copier {address}</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Comment y accéder</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>D&apos;où vient l&apos;information</translation>
    </message>
    <message>
        <source>Interpretation</source>
        <translation>Interprétation</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Besoins</translation>
    </message>
    <message>
        <source>No number is stated.</source>
        <translation>Aucun numéro n&apos;est indiqué.</translation>
    </message>
    <message>
        <source>Page it was read on</source>
        <translation>Page consultée</translation>
    </message>
    <message>
        <source>Read on {read}; the page is undated</source>
        <translation>Lue le {read}; la page n&apos;est pas datée</translation>
    </message>
    <message>
        <source>Read on {read}; the page states {stated}</source>
        <translation>Lue le {read}; la page indique {stated}</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>Dessert</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site Web</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu&apos;il offre</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Who may come</source>
        <translation>Qui peut y aller</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Immediate danger</source>
        <translation>Danger immédiat</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Copied: {words}</source>
        <translation>Copié&#xa0;: {words}</translation>
    </message>
    <message>
        <source>No number is stated.</source>
        <translation>Aucun numéro n&apos;est indiqué.</translation>
    </message>
</context>
</TS>
