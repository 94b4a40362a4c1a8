<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en_CA">
<context>
    <name>Actions</name>
    <message>
        <source>211</source>
        <translation>211</translation>
    </message>
    <message>
        <source>911</source>
        <translation>911</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>Un service</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sur-le-champ</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>Les deux langues</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Clear words, place and filters, or go back</source>
        <translation>Effacer les mots, le lieu et les filtres, ou revenir en arrière</translation>
    </message>
    <message>
        <source>Close the window; nothing that was typed is kept</source>
        <translation>Fermer la fenêtre; rien de ce qui a été tapé n&apos;est conservé</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Copy 211</source>
        <translation>Copier 211</translation>
    </message>
    <message>
        <source>Copy 911</source>
        <translation>Copier 911</translation>
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
        <source>Copy the number of the Canadian Human Trafficking Hotline</source>
        <translation>Copier le numéro de la Ligne d&apos;urgence canadienne contre la traite des personnes</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Répertoire</translation>
    </message>
    <message>
        <source>Fill the screen, or leave it</source>
        <translation>Remplir l&apos;écran, ou en sortir</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Find a filter</source>
        <translation>Chercher un filtre</translation>
    </message>
    <message>
        <source>Find a filter by its name</source>
        <translation>Chercher un filtre par son nom</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Go to everything that is kept</source>
        <translation>Aller à tout ce qui est conservé</translation>
    </message>
    <message>
        <source>Go to the checklists</source>
        <translation>Aller aux listes de vérification</translation>
    </message>
    <message>
        <source>Go to the directory</source>
        <translation>Aller au répertoire</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Aller à la partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Go to the place that is searched from</source>
        <translation>Aller au lieu de départ de la recherche</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>Aller au champ de recherche</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Aller aux réglages</translation>
    </message>
    <message>
        <source>Go to the training cases</source>
        <translation>Aller aux cas de formation</translation>
    </message>
    <message>
        <source>Go to the updates</source>
        <translation>Aller aux mises à jour</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Hide everything at once and clear it (also Esc Esc)</source>
        <translation>Tout masquer et tout effacer sur-le-champ (aussi Échap Échap)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Keep again what was taken away last</source>
        <translation>Conserver de nouveau ce qui vient d&apos;être retiré</translation>
    </message>
    <message>
        <source>Keep the service, or keep it no longer</source>
        <translation>Conserver le service, ou ne plus le conserver</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservés</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Look for a newer edition of the directory</source>
        <translation>Chercher une édition plus récente du répertoire</translation>
    </message>
    <message>
        <source>Make the text as large as usual</source>
        <translation>Rendre au texte sa taille habituelle</translation>
    </message>
    <message>
        <source>Make the text larger</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Make the text smaller</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Partie suivante</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Put the service beside others, up to three, or take it away</source>
        <translation>Mettre le service à côté d&apos;autres, jusqu&apos;à trois, ou le retirer</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Signaler une erreur</translation>
    </message>
    <message>
        <source>Report an error in this record</source>
        <translation>Signaler une erreur dans cette fiche</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Dépistage</translation>
    </message>
    <message>
        <source>Search box</source>
        <translation>Champ de recherche</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Show all keys, sources and licences</source>
        <translation>Montrer tous les raccourcis clavier, les sources et les licences</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>Montrer ou cacher les filtres</translation>
    </message>
    <message>
        <source>Show the results on the map, or as a list again</source>
        <translation>Montrer les résultats sur la carte, ou de nouveau en liste</translation>
    </message>
    <message>
        <source>Show the service, or the questions, in English and French</source>
        <translation>Montrer le service, ou les questions, en anglais et en français</translation>
    </message>
    <message>
        <source>Show the services side by side</source>
        <translation>Montrer les services côte à côte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Switch between English and French</source>
        <translation>Passer de l&apos;anglais au français et inversement</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>La fenêtre</translation>
    </message>
    <message>
        <source>Trafficking hotline</source>
        <translation>Ligne contre la traite</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>Mettre à jour maintenant</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Texte habituel</translation>
    </message>
    <message>
        <source>Write a private note on the service</source>
        <translation>Écrire une note privée sur le service</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>AAAA-MM-JJ</translation>
    </message>
</context>
<context>
    <name>BackedPage</name>
    <message>
        <source>← &amp;Back</source>
        <translation>← &amp;Retour</translation>
    </message>
</context>
<context>
    <name>BeforePage</name>
    <message numerus="yes">
        <source>%n points still open. You can go on all the same: come back here when they become possible.</source>
        <translation>
            <numerusform>%n point encore ouvert. Vous pouvez continuer quand même&#xa0;: revenez-y dès que c&apos;est possible.</numerusform>
            <numerusform>%n points encore ouverts. Vous pouvez continuer quand même&#xa0;: revenez-y dès que c&apos;est possible.</numerusform>
        </translation>
    </message>
    <message>
        <source>All points are in order.</source>
        <translation>Tous les points sont en ordre.</translation>
    </message>
    <message>
        <source>Tick what is in order. Nothing here is scored.</source>
        <translation>Cochez ce qui est en ordre. Rien ici ne compte dans le résultat.</translation>
    </message>
</context>
<context>
    <name>BestService</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Fictional</source>
        <translation>Fictif</translation>
    </message>
    <message>
        <source>Fictional, with a follow-up visit</source>
        <translation>Fictif, avec une visite de suivi</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Large type, both languages, one question at a time. A remote control or Page Down goes on, Page Up goes back, B blanks the screen, Esc leaves.</source>
        <translation>En gros caractères, dans les deux langues, une question à la fois. La télécommande ou Page suivante fait avancer, Page précédente fait reculer, B masque l&apos;écran, Échap quitte.</translation>
    </message>
    <message>
        <source>Present on the wh&amp;ole screen</source>
        <translation>Présenter en &amp;plein écran</translation>
    </message>
    <message>
        <source>Show the e&amp;xpected answers</source>
        <translation>Montrer les réponses atten&amp;dues</translation>
    </message>
    <message>
        <source>The checklist is answered as the case says, to walk through together.</source>
        <translation>La liste porte les réponses du cas, pour la parcourir ensemble.</translation>
    </message>
    <message>
        <source>The checklist is empty, as at work.</source>
        <translation>La liste est vide, comme au travail.</translation>
    </message>
    <message>
        <source>The trainee ans&amp;wers</source>
        <translation>La personne en formation &amp;répond</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>&amp;Add cases…</source>
        <translation>&amp;Ajouter des cas…</translation>
    </message>
    <message>
        <source>Added: {file}</source>
        <translation>Ajouté&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Fictional cases on the real checklists. All people in them are invented. Nothing is counted and nothing is kept.</source>
        <translation>Des cas fictifs sur les vraies listes. Toutes les personnes y sont inventées. Rien n&apos;est compté et rien n&apos;est conservé.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>En afficher %n de plus</numerusform>
            <numerusform>En afficher %n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message numerus="yes">
        <source>%n services are gone, and no record says why.</source>
        <translation>
            <numerusform>%n service a disparu sans que rien ne dise pourquoi.</numerusform>
            <numerusform>%n services ont disparu sans que rien ne dise pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutés</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Closed, and what replaces them</source>
        <translation>Fermés, et ce qui les remplace</translation>
    </message>
    <message>
        <source>This edition is the first on this computer, or has the same records.</source>
        <translation>Cette édition est la première sur cet ordinateur, ou contient les mêmes fiches.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
</context>
<context>
    <name>Checklists</name>
    <message>
        <source>Add a checklist</source>
        <translation>Ajouter une liste de vérification</translation>
    </message>
    <message>
        <source>Add training cases</source>
        <translation>Ajouter des cas de formation</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>Ajouté&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Training cases (*.yaml *.yml)</source>
        <translation>Cas de formation (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Classeurs (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ChildPage</name>
    <message>
        <source>&amp;Legal notes</source>
        <translation>Notes &amp;juridiques</translation>
    </message>
    <message>
        <source>A child</source>
        <translation>Un enfant</translation>
    </message>
    <message>
        <source>All of Canada</source>
        <translation>Tout le Canada</translation>
    </message>
    <message>
        <source>Choose a province or territory, or name a town, to see whom to call.</source>
        <translation>Choisissez une province ou un territoire, ou nommez une localité, pour savoir qui appeler.</translation>
    </message>
    <message>
        <source>Elsewhere in {province}</source>
        <translation>Ailleurs&#xa0;: {province}</translation>
    </message>
    <message>
        <source>Several services share this province. Name a town to see which serve it.</source>
        <translation>Plusieurs services se partagent cette province. Nommez une localité pour voir lesquels la desservent.</translation>
    </message>
    <message>
        <source>The directory has no child protection service of this province.</source>
        <translation>Le répertoire n&apos;a aucun service de protection de l&apos;enfance propre à cette province.</translation>
    </message>
    <message>
        <source>The directory has no child protection service that serves {place}.</source>
        <translation>Le répertoire n&apos;a aucun service de protection de l&apos;enfance qui dessert {place}.</translation>
    </message>
    <message>
        <source>There is a place of this name in each of: {provinces}. Choose one.</source>
        <translation>Une localité porte ce nom dans chacun de ces endroits&#xa0;: {provinces}. Choisissez-en un.</translation>
    </message>
    <message>
        <source>What the law says: help text, not legal advice</source>
        <translation>Ce que dit la loi&#xa0;: à titre d&apos;aide, et non un avis juridique</translation>
    </message>
    <message>
        <source>Whom to call for a child</source>
        <translation>Qui appeler pour un enfant</translation>
    </message>
</context>
<context>
    <name>ChildPlace</name>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>P&amp;rovince or territory</source>
        <translation>&amp;Province ou territoire</translation>
    </message>
    <message>
        <source>Town or postal &amp;code</source>
        <translation>&amp;Localité ou code postal</translation>
    </message>
    <message>
        <source>Town or postal code</source>
        <translation>Localité ou code postal</translation>
    </message>
</context>
<context>
    <name>ChildRule</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Copier {number}</translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation>Danger immédiat</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message numerus="yes">
        <source>%n more filters</source>
        <translation>
            <numerusform>%n autre filtre</numerusform>
            <numerusform>%n autres filtres</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter: {name}</source>
        <translation>Retirer le filtre&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Retirer ce filtre</translation>
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
    <name>ChoosePage</name>
    <message>
        <source>&amp;Add a checklist…</source>
        <translation>&amp;Ajouter une liste…</translation>
    </message>
    <message>
        <source>&amp;Legal notes</source>
        <translation>Notes &amp;juridiques</translation>
    </message>
    <message>
        <source>A &amp;child: who to call</source>
        <translation>Un &amp;enfant&#xa0;: qui appeler</translation>
    </message>
    <message>
        <source>A checklist leads you safely through what to look for and what to ask, and then to the services that fit. It never says whether somebody is a victim.</source>
        <translation>Une liste vous guide en sécurité dans ce qu&apos;il faut observer et demander, puis vers les services qui conviennent. Elle ne dit jamais si une personne est une victime.</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>Listes de vérification</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>The same for all</source>
        <translation>Identique pour tous</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>← &amp;Back to the results</source>
        <translation>← Retour au&amp;x résultats</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {address}</source>
        <translation>Copier {address}</translation>
    </message>
</context>
<context>
    <name>DangerHelp</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Copier {number}</translation>
    </message>
    <message>
        <source>Danger is over: go on</source>
        <translation>Le danger est passé&#xa0;: continuer</translation>
    </message>
    <message>
        <source>Go to the result</source>
        <translation>Aller au résultat</translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation>Danger immédiat</translation>
    </message>
    <message>
        <source>The checklist waits. Your answers stay until you leave it.</source>
        <translation>La liste attend. Vos réponses restent jusqu&apos;à ce que vous la quittiez.</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Que faire maintenant</translation>
    </message>
</context>
<context>
    <name>DebriefPage</name>
    <message numerus="yes">
        <source>%n answers differ from the case</source>
        <translation>
            <numerusform>%n réponse diffère du cas</numerusform>
            <numerusform>%n réponses diffèrent du cas</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Follow-up visit: what changed</source>
        <translation>Visite de &amp;suivi&#xa0;: ce qui a changé</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Back to the &amp;first visit</source>
        <translation>Revenir à la &amp;première visite</translation>
    </message>
    <message>
        <source>Expected and given</source>
        <translation>Attendu et donné</translation>
    </message>
    <message>
        <source>Expected and not given</source>
        <translation>Attendu et non donné</translation>
    </message>
    <message>
        <source>Expected, and given</source>
        <translation>Attendu, et donné</translation>
    </message>
    <message>
        <source>Follow-up visit: what changed</source>
        <translation>Visite de suivi&#xa0;: ce qui a changé</translation>
    </message>
    <message>
        <source>Given besides</source>
        <translation>Donné en plus</translation>
    </message>
    <message>
        <source>Given: {answer}</source>
        <translation>Donné&#xa0;: {answer}</translation>
    </message>
    <message>
        <source>Go through the case &amp;again</source>
        <translation>&amp;Reprendre le cas</translation>
    </message>
    <message>
        <source>In the case: {answer}</source>
        <translation>Dans le cas&#xa0;: {answer}</translation>
    </message>
    <message>
        <source>No answer differs from the case.</source>
        <translation>Aucune réponse ne diffère du cas.</translation>
    </message>
    <message>
        <source>Services to look for</source>
        <translation>Services à chercher</translation>
    </message>
    <message>
        <source>The case expects</source>
        <translation>Le cas attend</translation>
    </message>
    <message>
        <source>The checklist gave</source>
        <translation>La liste a donné</translation>
    </message>
    <message>
        <source>The result is another than the case expects.</source>
        <translation>Le résultat n&apos;est pas celui que le cas attend.</translation>
    </message>
    <message>
        <source>The result is the one that the case expects.</source>
        <translation>Le résultat est celui que le cas attend.</translation>
    </message>
    <message>
        <source>What to remember</source>
        <translation>À retenir</translation>
    </message>
    <message>
        <source>Why this result</source>
        <translation>Pourquoi ce résultat</translation>
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
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Revenir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Go &amp;back to edition {number}…</source>
        <translation>&amp;Revenir à l&apos;édition {number}…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Its facts are older. Edition {number} is not installed again by itself; “Update now” brings it back.</source>
        <translation>Ses données sont plus anciennes. L&apos;édition {number} n&apos;est pas réinstallée d&apos;elle-même; «&#xa0;Mettre à jour maintenant&#xa0;» la rétablit.</translation>
    </message>
    <message>
        <source>Use edition {number} &amp;again</source>
        <translation>Utiliser de &amp;nouveau l&apos;édition {number}</translation>
    </message>
    <message>
        <source>Use edition {number} again?</source>
        <translation>Utiliser de nouveau l&apos;édition {number}?</translation>
    </message>
</context>
<context>
    <name>EffectLine</name>
    <message numerus="yes">
        <source>%n questions are not asked any more, and no answer to them counts: {questions}</source>
        <translation>
            <numerusform>%n question n&apos;est plus posée, et aucune réponse à celle-ci ne compte&#xa0;: {questions}</numerusform>
            <numerusform>%n questions ne sont plus posées, et aucune réponse à celles-ci ne compte&#xa0;: {questions}</numerusform>
        </translation>
    </message>
    <message>
        <source>An answer on this page is missing or cannot stand. The result can be seen all the same.</source>
        <translation>Une réponse de cette page manque ou ne peut être retenue. Le résultat peut être consulté quand même.</translation>
    </message>
    <message numerus="yes">
        <source>This brings %n more questions: {questions}</source>
        <translation>
            <numerusform>Cela ajoute %n question&#xa0;: {questions}</numerusform>
            <numerusform>Cela ajoute %n questions&#xa0;: {questions}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencyLine</name>
    <message>
        <source>Copy this number ({keys})</source>
        <translation>Copier ce numéro ({keys})</translation>
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
    <name>FiltersPane</name>
    <message>
        <source>Any</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Dis&amp;tance</source>
        <translation>&amp;Distance</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Find a filter</source>
        <translation>Chercher un filtre</translation>
    </message>
    <message>
        <source>Only what is near the place that is searched from</source>
        <translation>Seulement ce qui est près du lieu de départ de la recherche</translation>
    </message>
    <message>
        <source>Open at</source>
        <translation>Ouvert à ce moment</translation>
    </message>
    <message>
        <source>Open at:</source>
        <translation>Ouvert le&#xa0;:</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d MMM yyyy HH &apos;h&apos; mm</translation>
    </message>
    <message>
        <source>{km} km</source>
        <translation>{km}&#xa0;km</translation>
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
        <translation>Décrivez le besoin dans vos propres mots; ajoutez une localité pour voir qui la dessert. Par exemple&#xa0;:</translation>
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
    <name>FoldButton</name>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Less: {section}, expanded</source>
        <translation>Moins&#xa0;: {section}, déplié</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More: {section}, collapsed</source>
        <translation>Plus&#xa0;: {section}, replié</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Copied: {words}</source>
        <translation>Copié&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>HiddenPage</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Last attempts</source>
        <translation>Dernières tentatives</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Afficher la seule (%n)</numerusform>
            <numerusform>Afficher les %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>En afficher moins</translation>
    </message>
    <message>
        <source>There was none yet.</source>
        <translation>Il n&apos;y en a pas encore eu.</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Instead: {name}</source>
        <translation>À la place&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>Ne plus conserver</translation>
    </message>
    <message>
        <source>Note: {words}</source>
        <translation>Note&#xa0;: {words}</translation>
    </message>
    <message>
        <source>On: {lists}</source>
        <translation>Sur&#xa0;: {lists}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open what replaced it</source>
        <translation>Ouvrir ce qui l&apos;a remplacé</translation>
    </message>
    <message>
        <source>This service has closed ({date}).</source>
        <translation>Ce service a fermé ({date}).</translation>
    </message>
    <message>
        <source>This service has closed.</source>
        <translation>Ce service a fermé.</translation>
    </message>
    <message>
        <source>This service is not in the directory any more. Do not rely on the old number.</source>
        <translation>Ce service n&apos;est plus dans le répertoire. Ne vous fiez pas à l&apos;ancien numéro.</translation>
    </message>
</context>
<context>
    <name>KeptFiles</name>
    <message>
        <source>Files (*.json)</source>
        <translation>Fichiers (*.json)</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>Lists (*.json)</source>
        <translation>Listes (*.json)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Enregistrer la liste</translation>
    </message>
    <message>
        <source>Save the reports</source>
        <translation>Enregistrer les signalements</translation>
    </message>
    <message>
        <source>list.json</source>
        <translation>liste.json</translation>
    </message>
    <message>
        <source>reports.json</source>
        <translation>signalements.json</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Effacer</translation>
    </message>
    <message>
        <source>&amp;Erase everything…</source>
        <translation>Tout e&amp;ffacer…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;New list…</source>
        <translation>&amp;Nouvelle liste…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Save as a file…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>All that this program keeps because you asked it to: services, notes, lists and error reports. It stays on this computer. A list saved as a file has its notes.</source>
        <translation>Tout ce que ce programme conserve parce que vous l&apos;avez demandé&#xa0;: services, notes, listes et signalements d&apos;erreurs. Rien ne quitte cet ordinateur. Une liste enregistrée dans un fichier contient ses notes.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>De&amp;lete the list</source>
        <translation>Su&amp;pprimer la liste</translation>
    </message>
    <message>
        <source>Delete the list</source>
        <translation>Supprimer la liste</translation>
    </message>
    <message>
        <source>Delete the list “{name}”?</source>
        <translation>Supprimer la liste «&#xa0;{name}&#xa0;»?</translation>
    </message>
    <message>
        <source>Erase every service, note, list and report that is kept?</source>
        <translation>Effacer tous les services, notes, listes et signalements conservés?</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Its services and their notes stay kept.</source>
        <translation>Ses services et leurs notes restent conservés.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservés</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nom de la liste</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
    <message>
        <source>No error was reported. Ctrl+E reports one in the service that is shown.</source>
        <translation>Aucune erreur n&apos;est signalée. Ctrl+E en signale une dans le service affiché.</translation>
    </message>
    <message>
        <source>Nothing is kept here yet. Ctrl+D keeps the service that is shown.</source>
        <translation>Rien n&apos;est encore conservé ici. Ctrl+D conserve le service affiché.</translation>
    </message>
    <message>
        <source>Remove the saved reports from this page?</source>
        <translation>Retirer de cette page les signalements enregistrés?</translation>
    </message>
    <message>
        <source>Rename the list</source>
        <translation>Renommer la liste</translation>
    </message>
    <message>
        <source>Reports saved</source>
        <translation>Signalements enregistrés</translation>
    </message>
    <message>
        <source>Save rep&amp;orts…</source>
        <translation>Enregistrer les &amp;signalements…</translation>
    </message>
    <message>
        <source>They are in the file. Those that stay are in the next one again.</source>
        <translation>Ils sont dans le fichier. Ceux qui restent seront aussi dans le suivant.</translation>
    </message>
    <message>
        <source>They cannot be brought back. The directory stays.</source>
        <translation>Impossible de les récupérer ensuite. Le répertoire reste.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>+, −</source>
        <translation>+, −</translation>
    </message>
    <message>
        <source>0, Home</source>
        <translation>0, Début</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 à 9</translation>
    </message>
    <message>
        <source>Alt+Left, Alt+Right</source>
        <translation>Alt+Gauche, Alt+Droite</translation>
    </message>
    <message>
        <source>An offline directory of services for people in Canada who may have been trafficked, for those who meet them at work. It keeps nothing of what is typed, searched or opened.</source>
        <translation>Un répertoire hors ligne de services pour les personnes qui pourraient être victimes de traite au Canada, destiné à celles et ceux qui les rencontrent dans leur travail. Il ne conserve rien de ce qui est tapé, cherché ou consulté.</translation>
    </message>
    <message>
        <source>Answer the question, and go to the next one</source>
        <translation>Répondre à la question et passer à la suivante</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>Choose a filter, or take it away</source>
        <translation>Choisir un filtre, ou le retirer</translation>
    </message>
    <message>
        <source>Directory, taxonomy, thesaurus, checklists, legal notes and regions: TP Directory, CC BY 4.0.</source>
        <translation>Répertoire, taxonomie, thésaurus, listes de vérification, notes juridiques et régions&#xa0;: TP Directory, CC BY 4.0.</translation>
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
        <source>Esc Esc</source>
        <translation>Échap Échap</translation>
    </message>
    <message>
        <source>Go back and on in the checklist</source>
        <translation>Reculer et avancer dans la liste</translation>
    </message>
    <message>
        <source>Go back and on while a case is projected</source>
        <translation>Reculer et avancer pendant la projection d&apos;un cas</translation>
    </message>
    <message>
        <source>Go to the next control, in reading order</source>
        <translation>Passer à l&apos;élément suivant, dans l&apos;ordre de lecture</translation>
    </message>
    <message>
        <source>Go to the service that is chosen</source>
        <translation>Aller au service choisi</translation>
    </message>
    <message>
        <source>Hide everything at once and clear it</source>
        <translation>Tout masquer et tout effacer sur-le-champ</translation>
    </message>
    <message>
        <source>In a checklist</source>
        <translation>Dans une liste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Keys and sources</source>
        <translation>Raccourcis clavier et sources</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>Déplacer la carte</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Page suivante, Page précédente</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page précédente, Page suivante</translation>
    </message>
    <message>
        <source>Place names and postal codes: GeoNames (https://www.geonames.org/), CC BY 4.0. Outlines: Natural Earth, public domain.</source>
        <translation>Noms de lieux et codes postaux&#xa0;: GeoNames (https://www.geonames.org/), CC BY 4.0. Contours&#xa0;: Natural Earth, domaine public.</translation>
    </message>
    <message>
        <source>Program: Apache License 2.0. Window: Qt and PySide6, LGPL 3. Icons: Lucide, ISC.</source>
        <translation>Programme&#xa0;: licence Apache 2.0. Fenêtre&#xa0;: Qt et PySide6, LGPL 3. Icônes&#xa0;: Lucide, ISC.</translation>
    </message>
    <message>
        <source>Record format: Human Services Data Specification, an Open Referral resource (https://openreferral.org/), CC BY-SA 4.0.</source>
        <translation>Format des fiches&#xa0;: Human Services Data Specification, une ressource d&apos;Open Referral (https://openreferral.org/), CC BY-SA 4.0.</translation>
    </message>
    <message>
        <source>Show a blank screen while a case is projected</source>
        <translation>Afficher un écran noir pendant la projection d&apos;un cas</translation>
    </message>
    <message>
        <source>Show all of Canada</source>
        <translation>Montrer tout le Canada</translation>
    </message>
    <message>
        <source>Show what the mark stands for</source>
        <translation>Montrer ce que le repère représente</translation>
    </message>
    <message>
        <source>Sources and licences</source>
        <translation>Sources et licences</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
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
        <source>Take the answer back</source>
        <translation>Retirer la réponse</translation>
    </message>
    <message>
        <source>Walk from mark to mark</source>
        <translation>Aller d&apos;un repère à l&apos;autre</translation>
    </message>
    <message>
        <source>Walk through the results from the search box</source>
        <translation>Parcourir les résultats sans quitter le champ de recherche</translation>
    </message>
    <message>
        <source>Walk through them five at a time</source>
        <translation>Les parcourir cinq à la fois</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>Rapprocher et éloigner</translation>
    </message>
</context>
<context>
    <name>LatePage</name>
    <message>
        <source>Opening the checklists…</source>
        <translation>Ouverture des listes de vérification…</translation>
    </message>
</context>
<context>
    <name>LegalNoteView</name>
    <message>
        <source>No source is stated.</source>
        <translation>Aucune source n&apos;est indiquée.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>LegalPage</name>
    <message>
        <source>As of {month}. Not reviewed by a lawyer.</source>
        <translation>En date de {month}. Non révisée par un juriste.</translation>
    </message>
    <message>
        <source>Child protection services</source>
        <translation>Services de protection de l&apos;enfance</translation>
    </message>
    <message>
        <source>Child protection: {province}</source>
        <translation>Protection de l&apos;enfance&#xa0;: {province}</translation>
    </message>
    <message>
        <source>Choose one above to read what its law says.</source>
        <translation>Choisissez ci-dessus pour lire ce que dit sa loi.</translation>
    </message>
    <message>
        <source>General information, not legal advice</source>
        <translation>Information générale, et non un avis juridique</translation>
    </message>
    <message>
        <source>Legal notes</source>
        <translation>Notes juridiques</translation>
    </message>
    <message>
        <source>P&amp;rovince or territory</source>
        <translation>&amp;Province ou territoire</translation>
    </message>
    <message>
        <source>Page to check against</source>
        <translation>Page de vérification</translation>
    </message>
    <message>
        <source>Provinces and territories</source>
        <translation>Provinces et territoires</translation>
    </message>
    <message>
        <source>To check the ages against</source>
        <translation>Pour vérifier les âges</translation>
    </message>
    <message>
        <source>Topi&amp;c</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thème</translation>
    </message>
</context>
<context>
    <name>ListsView</name>
    <message>
        <source>Error reports ({count})</source>
        <translation>Signalements d&apos;erreurs ({count})</translation>
    </message>
    <message>
        <source>Everything kept ({count})</source>
        <translation>Tout ce qui est conservé ({count})</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Address withheld: shown by province only</source>
        <translation>Adresse non divulguée&#xa0;: province seulement</translation>
    </message>
    <message>
        <source>Area it serves</source>
        <translation>Zone desservie</translation>
    </message>
    <message>
        <source>Services in a town</source>
        <translation>Services dans une localité</translation>
    </message>
    <message>
        <source>The chosen service</source>
        <translation>Le service choisi</translation>
    </message>
    <message>
        <source>Where you search from</source>
        <translation>Point de départ de la recherche</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>Map of the results</source>
        <translation>Carte des résultats</translation>
    </message>
    <message>
        <source>Page Down and Page Up walk from mark to mark, Enter shows what one stands for. Arrows move the map, + and − zoom, 0 shows all of Canada.</source>
        <translation>Page suivante et Page précédente vont d&apos;un repère à l&apos;autre, Entrée montre ce qu&apos;il représente. Les flèches déplacent la carte, + et − la rapprochent ou l&apos;éloignent, 0 montre tout le Canada.</translation>
    </message>
    <message>
        <source>Show all of Canada</source>
        <translation>Montrer tout le Canada</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Rapprocher</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Éloigner</translation>
    </message>
</context>
<context>
    <name>MatchesView</name>
    <message>
        <source>&amp;Open all of these in the directory</source>
        <translation>Tout ouvrir dans le &amp;répertoire</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>Only services for all of Canada. Name a place to see those that serve it.</source>
        <translation>Seulement des services pour tout le Canada. Nommez un lieu pour voir ceux qui le desservent.</translation>
    </message>
    <message>
        <source>Rather for:</source>
        <translation>Plutôt pour&#xa0;:</translation>
    </message>
    <message>
        <source>They serve {place}; the closest come first.</source>
        <translation>Ces services desservent {place}; les plus proches d&apos;abord.</translation>
    </message>
    <message>
        <source>This result names no need. The directory has every service.</source>
        <translation>Ce résultat ne nomme aucun besoin. Le répertoire contient tous les services.</translation>
    </message>
    <message>
        <source>Town, postal code or lat,lon</source>
        <translation>Localité, code postal ou lat,lon</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
</context>
<context>
    <name>NeedSection</name>
    <message numerus="yes">
        <source>All %n in the directory</source>
        <translation>
            <numerusform>%n dans le répertoire</numerusform>
            <numerusform>Les %n dans le répertoire</numerusform>
        </translation>
    </message>
    <message>
        <source>Also, see above: {names}</source>
        <translation>Aussi, voir plus haut&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Because you noted: {reasons}</source>
        <translation>Parce que vous avez noté&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>Goes with this result</source>
        <translation>Va de pair avec ce résultat</translation>
    </message>
    <message>
        <source>The directory names no service for this here.</source>
        <translation>Le répertoire n&apos;indique aucun service à ce sujet ici.</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Private note</source>
        <translation>Note privée</translation>
    </message>
    <message>
        <source>Private note, kept on this computer. Nothing about a person.</source>
        <translation>Note privée, conservée sur cet ordinateur. Rien au sujet d&apos;une personne.</translation>
    </message>
</context>
<context>
    <name>NotedView</name>
    <message>
        <source>No sign was noted. People often cannot speak the first time.</source>
        <translation>Aucun signe n&apos;a été noté. Souvent, la personne ne peut pas parler la première fois.</translation>
    </message>
    <message>
        <source>What was noted</source>
        <translation>Ce qui a été noté</translation>
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
        <translation>Élargir la recherche</translation>
    </message>
    <message>
        <source>Check the spelling, or say it in fewer or other words.</source>
        <translation>Vérifiez l&apos;orthographe, ou employez moins de mots ou d&apos;autres mots.</translation>
    </message>
    <message>
        <source>Choose a need instead</source>
        <translation>Choisir plutôt un besoin</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>Vouliez-vous dire</translation>
    </message>
    <message>
        <source>Only “{words}”</source>
        <translation>Seulement «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Or without words</source>
        <translation>Ou sans mots</translation>
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
        <source>Without any filter</source>
        <translation>Sans aucun filtre</translation>
    </message>
    <message>
        <source>Without the filter: {names}</source>
        <translation>Sans le filtre&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Without the words</source>
        <translation>Sans les mots</translation>
    </message>
    <message>
        <source>Without the words and filters</source>
        <translation>Sans les mots ni les filtres</translation>
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
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Call with the phone program of this computer</source>
        <translation>Appeler avec le logiciel de téléphonie de cet ordinateur</translation>
    </message>
    <message>
        <source>Call {number}</source>
        <translation>Appeler {number}</translation>
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
        <source>QR code</source>
        <translation>Code QR</translation>
    </message>
    <message>
        <source>QR code of {number}</source>
        <translation>Code QR du {number}</translation>
    </message>
    <message>
        <source>Scan the number with a phone</source>
        <translation>Balayer le numéro avec un téléphone</translation>
    </message>
    <message>
        <source>The hours of this number are not stated.</source>
        <translation>Les heures de ce numéro ne sont pas indiquées.</translation>
    </message>
</context>
<context>
    <name>PlaceBox</name>
    <message>
        <source>Anywhere in Canada</source>
        <translation>Partout au Canada</translation>
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
    <name>PresenterView</name>
    <message>
        <source>Leave (Esc)</source>
        <translation>Quitter (Échap)</translation>
    </message>
</context>
<context>
    <name>ProtocolCard</name>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>For: {audience}</source>
        <translation>Pour&#xa0;: {audience}</translation>
    </message>
    <message>
        <source>Hash of the workbook (SHA-256)</source>
        <translation>Empreinte du classeur (SHA-256)</translation>
    </message>
    <message>
        <source>Last used in English.</source>
        <translation>Utilisée la dernière fois en anglais.</translation>
    </message>
    <message>
        <source>Last used in French.</source>
        <translation>Utilisée la dernière fois en français.</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Non révisée</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>version {version}</translation>
    </message>
</context>
<context>
    <name>ProvinceBox</name>
    <message>
        <source>Choose a province or territory</source>
        <translation>Choisir une province ou un territoire</translation>
    </message>
    <message>
        <source>Province or territory</source>
        <translation>Province ou territoire</translation>
    </message>
</context>
<context>
    <name>QrDialog</name>
    <message>
        <source>QR code</source>
        <translation>Code QR</translation>
    </message>
    <message>
        <source>QR code of {number}</source>
        <translation>Code QR du {number}</translation>
    </message>
    <message>
        <source>The camera of a phone takes the number over from it.</source>
        <translation>L&apos;appareil photo d&apos;un téléphone y reprend le numéro.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>An answer is needed to go on.</source>
        <translation>Une réponse est nécessaire pour continuer.</translation>
    </message>
    <message>
        <source>How to ask</source>
        <translation>Comment demander</translation>
    </message>
    <message>
        <source>How to ask: {question}</source>
        <translation>Comment demander&#xa0;: {question}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>&amp;Directory</source>
        <translation>Réper&amp;toire</translation>
    </message>
    <message>
        <source>Ke&amp;pt</source>
        <translation>Conser&amp;vés</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Dépistage</translation>
    </message>
    <message>
        <source>Settin&amp;gs</source>
        <translation>Ré&amp;glages</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
</context>
<context>
    <name>RefusedCard</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>This checklist cannot be used. Its author can mend it:</source>
        <translation>Cette liste est inutilisable. La personne qui l&apos;a rédigée peut la corriger&#xa0;:</translation>
    </message>
</context>
<context>
    <name>RelatedList</name>
    <message>
        <source>Nearby, for similar needs</source>
        <translation>À proximité, pour des besoins semblables</translation>
    </message>
    <message>
        <source>Of the same organization</source>
        <translation>Du même organisme</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the report on {name}</source>
        <translation>Retirer le signalement sur {name}</translation>
    </message>
    <message>
        <source>Reported on {date}, edition {edition}</source>
        <translation>Signalé le {date}, édition {edition}</translation>
    </message>
    <message>
        <source>Reported on {date}, in the records that came with the program</source>
        <translation>Signalé le {date}, dans les fiches livrées avec le programme</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Keep the report</source>
        <translation>Con&amp;server le signalement</translation>
    </message>
    <message>
        <source>&amp;What is wrong</source>
        <translation>&amp;Ce qui est inexact</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Signaler une erreur</translation>
    </message>
    <message>
        <source>What is &amp;right, and how you know (may stay empty)</source>
        <translation>Ce qui est e&amp;xact, et d&apos;où vous le savez (peut rester vide)</translation>
    </message>
    <message>
        <source>What is right, and how you know</source>
        <translation>Ce qui est exact, et d&apos;où vous le savez</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui est inexact</translation>
    </message>
    <message>
        <source>Write about the record only, never about a person. The report is kept on this computer; the page “Kept” saves all reports as a file for those who keep the directory.</source>
        <translation>Parlez seulement de la fiche, jamais d&apos;une personne. Le signalement reste sur cet ordinateur; la page «&#xa0;Conservés&#xa0;» enregistre tous les signalements dans un fichier, pour celles et ceux qui tiennent le répertoire.</translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message>
        <source>Go on with: {title}</source>
        <translation>Continuer avec «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>This checklist draws no conclusion. Offer help all the same.</source>
        <translation>Cette liste ne tire aucune conclusion. Offrez quand même de l&apos;aide.</translation>
    </message>
    <message>
        <source>What was noted</source>
        <translation>Ce qui a été noté</translation>
    </message>
    <message>
        <source>Who to call for a child</source>
        <translation>Qui appeler pour un enfant</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>&amp;Finish and erase</source>
        <translation>Terminer et &amp;effacer</translation>
    </message>
    <message>
        <source>&amp;Legal notes</source>
        <translation>&amp;Notes juridiques</translation>
    </message>
    <message>
        <source>&amp;Save a summary</source>
        <translation>Enregistrer un ré&amp;sumé</translation>
    </message>
    <message>
        <source>In &amp;English…</source>
        <translation>En &amp;anglais…</translation>
    </message>
    <message>
        <source>In &amp;French…</source>
        <translation>En &amp;français…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Que faire maintenant</translation>
    </message>
    <message>
        <source>Who can help</source>
        <translation>Qui peut aider</translation>
    </message>
    <message>
        <source>← &amp;Back to the questions</source>
        <translation>← Retour au&amp;x questions</translation>
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
            <numerusform>%n service dessert {place}</numerusform>
            <numerusform>%n services desservent {place}</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>C&amp;arte</translation>
    </message>
    <message>
        <source>Another one?</source>
        <translation>Un autre lieu?</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Les plus pertinents</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n</source>
        <translation>
            <numerusform>Comparer %n</numerusform>
            <numerusform>Comparer %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Distances are from the middle of the postal area.</source>
        <translation>Les distances sont calculées depuis le centre de la zone postale.</translation>
    </message>
    <message>
        <source>Distances cannot be measured from {place}: services at any distance are shown.</source>
        <translation>Impossible de mesurer les distances à partir de {place}&#xa0;: les services sont montrés sans égard à l&apos;éloignement.</translation>
    </message>
    <message>
        <source>Nearest first</source>
        <translation>Les plus proches</translation>
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
        <source>Open first</source>
        <translation>Ouverts d&apos;abord</translation>
    </message>
    <message>
        <source>Perhaps you meant: {words}</source>
        <translation>Peut-être vouliez-vous dire&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Read as: {words}</source>
        <translation>Interprété ainsi&#xa0;: {words}</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>Tr&amp;i</translation>
    </message>
    <message>
        <source>Say where, and only what is within the distance is shown.</source>
        <translation>Dites où, et seul ce qui est à cette distance sera affiché.</translation>
    </message>
    <message>
        <source>Say where, and the nearest come first.</source>
        <translation>Dites où, et les plus proches viendront d&apos;abord.</translation>
    </message>
    <message>
        <source>Show the results as a list</source>
        <translation>Montrer les résultats en liste</translation>
    </message>
    <message>
        <source>Show the results on the map</source>
        <translation>Montrer les résultats sur la carte</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Tri</translation>
    </message>
    <message>
        <source>These do not state all that was asked for: call to check.</source>
        <translation>Ceux-ci ne précisent pas tout ce qui est demandé&#xa0;: appelez pour vérifier.</translation>
    </message>
    <message>
        <source>{place} was found in your words.</source>
        <translation>Lieu tiré de votre recherche&#xa0;: {place}.</translation>
    </message>
    <message>
        <source>“{place}” is not known: these are from all of Canada.</source>
        <translation>«&#xa0;{place}&#xa0;» est inconnu&#xa0;: ceux-ci viennent de tout le Canada.</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>ResumePage</name>
    <message>
        <source>A checklist is still open</source>
        <translation>Une liste de vérification est encore ouverte</translation>
    </message>
    <message>
        <source>E&amp;rase it</source>
        <translation>L&apos;&amp;effacer</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>C&amp;ontinuer</translation>
    </message>
    <message>
        <source>Its answers are in memory only. They are erased at {time}.</source>
        <translation>Ses réponses ne sont qu&apos;en mémoire. Elles seront effacées à {time}.</translation>
    </message>
</context>
<context>
    <name>RunFooter</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Show the result</source>
        <translation>&amp;Afficher le résultat</translation>
    </message>
    <message>
        <source>Both &amp;languages</source>
        <translation>Les deux &amp;langues</translation>
    </message>
    <message>
        <source>Leave and &amp;erase</source>
        <translation>&amp;Quitter et effacer</translation>
    </message>
    <message>
        <source>Show the questions in English and French (F2)</source>
        <translation>Afficher les questions en anglais et en français (F2)</translation>
    </message>
    <message>
        <source>To the &amp;result</source>
        <translation>Aller au &amp;résultat</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Show the &amp;case</source>
        <translation>Montrer le &amp;cas</translation>
    </message>
</context>
<context>
    <name>ScheduleCard</name>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Heures calmes</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>R&amp;eprendre</translation>
    </message>
    <message>
        <source>Choose the &amp;sources…</source>
        <translation>Choisir les s&amp;ources…</translation>
    </message>
    <message>
        <source>Decided for this computer by its administrator.</source>
        <translation>Fixé par l&apos;administration de cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing says where updates come from, so none begins.</source>
        <translation>Rien ne dit d&apos;où viennent les mises à jour, donc aucune ne commence.</translation>
    </message>
    <message>
        <source>One web address, folder or file a line; they are tried in this order.</source>
        <translation>Une adresse Web, un dossier ou un fichier par ligne; ils sont essayés dans cet ordre.</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Suspendre</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>Source of updates</source>
        <translation>Source des mises à jour</translation>
    </message>
    <message>
        <source>Sources of updates</source>
        <translation>Sources des mises à jour</translation>
    </message>
    <message>
        <source>Sources, in this order</source>
        <translation>Sources, dans cet ordre</translation>
    </message>
    <message>
        <source>When and from where</source>
        <translation>Quand et d&apos;où</translation>
    </message>
</context>
<context>
    <name>ScreeningPage</name>
    <message>
        <source>&amp;Erase and leave</source>
        <translation>&amp;Effacer et quitter</translation>
    </message>
    <message>
        <source>Leave the checklist</source>
        <translation>Quitter la liste</translation>
    </message>
    <message>
        <source>Leave the checklist and erase its answers?</source>
        <translation>Quitter la liste et en effacer les réponses?</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>The answers are erased.</source>
        <translation>Les réponses sont effacées.</translation>
    </message>
    <message>
        <source>They are nowhere but in memory, and cannot be brought back.</source>
        <translation>Elles ne sont qu&apos;en mémoire et ne pourront pas être récupérées.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filtres</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>Cl&amp;ear all</source>
        <translation>Tout &amp;effacer</translation>
    </message>
    <message>
        <source>Clear words, place and filters (Esc)</source>
        <translation>Effacer les mots, le lieu et les filtres (Échap)</translation>
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
    <name>ServiceCard</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Open in the directory</source>
        <translation>Ouvrir dans le répertoire</translation>
    </message>
    <message>
        <source>Serves: {area}</source>
        <translation>Territoire&#xa0;: {area}</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>D&apos;où vient l&apos;information</translation>
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
        <source>See also</source>
        <translation>Voir aussi</translation>
    </message>
    <message>
        <source>The service</source>
        <translation>Le service</translation>
    </message>
    <message>
        <source>The time zone of these hours is not stated.</source>
        <translation>Le fuseau horaire de ces heures n&apos;est pas indiqué.</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site Web</translation>
    </message>
    <message>
        <source>← &amp;Back to the results</source>
        <translation>← Retour au&amp;x résultats</translation>
    </message>
</context>
<context>
    <name>ServicePane</name>
    <message>
        <source>Choose a service to see its numbers.</source>
        <translation>Choisissez un service pour voir ses numéros.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>ServiceTools</name>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Comp&amp;are</source>
        <translation>Com&amp;parer</translation>
    </message>
    <message>
        <source>English + Français</source>
        <translation>English + Français</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>Ne plus conserver</translation>
    </message>
    <message>
        <source>L&amp;ists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Nouvelle liste…</translation>
    </message>
    <message>
        <source>Put the service on lists</source>
        <translation>Mettre le service sur des listes</translation>
    </message>
    <message>
        <source>Report an e&amp;rror</source>
        <translation>Signaler cette fic&amp;he</translation>
    </message>
    <message>
        <source>★ &amp;Kept</source>
        <translation>★ Con&amp;servé</translation>
    </message>
    <message>
        <source>☆ &amp;Keep</source>
        <translation>☆ Con&amp;server</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n at a time</source>
        <translation>
            <numerusform>%n à la fois</numerusform>
            <numerusform>%n à la fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back to the usual settings</source>
        <translation>R&amp;evenir aux réglages par défaut</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Erase a hidden checklist</source>
        <translation>E&amp;ffacer une liste masquée</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Questions of a checklist</source>
        <translation>&amp;Questions d&apos;une liste</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>Taille du te&amp;xte</translation>
    </message>
    <message>
        <source>A town or a postal code; empty means anywhere. Hiding and clearing return to it.</source>
        <translation>Une localité ou un code postal; vide veut dire partout. Masquer et effacer y reviennent.</translation>
    </message>
    <message numerus="yes">
        <source>After %n minutes</source>
        <translation>
            <numerusform>Après %n minute</numerusform>
            <numerusform>Après %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Selon le système</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Aussitôt</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Decided for this computer by its administrator.</source>
        <translation>Fixé par l&apos;administration de cet ordinateur.</translation>
    </message>
    <message>
        <source>Hide &amp;when idle for</source>
        <translation>Masquer &amp;après une inactivité de</translation>
    </message>
    <message>
        <source>Hiding clears words, filters and what was copied.</source>
        <translation>Masquer efface les mots, les filtres et ce qui a été copié.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Its answers are in memory only, and gone after that.</source>
        <translation>Ses réponses ne sont qu&apos;en mémoire et disparaissent ensuite.</translation>
    </message>
    <message>
        <source>Keys, &amp;sources and licences…</source>
        <translation>Raccourcis, &amp;sources et licences…</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Neutral in title and task bar</source>
        <translation>Neutre dans le titre et la barre des tâches</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Searches start &amp;from</source>
        <translation>Les recherches &amp;partent de</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>T&amp;itre</translation>
    </message>
    <message>
        <source>The whole section</source>
        <translation>Toute la section</translation>
    </message>
    <message>
        <source>There only: what the window shows stays. Some task bars follow at the next start.</source>
        <translation>Là seulement&#xa0;: le contenu de la fenêtre reste le même. Certaines barres des tâches ne suivent qu&apos;au prochain démarrage.</translation>
    </message>
    <message>
        <source>They are kept for you on this computer, at once.</source>
        <translation>Enregistrés aussitôt, pour vous, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>SetupAdvice</name>
    <message>
        <source>File of the policy</source>
        <translation>Fichier de la politique</translation>
    </message>
    <message>
        <source>The file root.json comes from the publisher, by a way that can be trusted.</source>
        <translation>Le fichier root.json vient de l&apos;éditeur du répertoire, par une voie sûre.</translation>
    </message>
    <message>
        <source>The records that came with the program are in use, and age. Whoever looks after this computer can have them replaced by newer editions as they are published.</source>
        <translation>Les fiches livrées avec le programme sont en usage, et vieillissent. La personne responsable de cet ordinateur peut les faire remplacer par de nouvelles éditions à mesure qu&apos;elles sont publiées.</translation>
    </message>
    <message>
        <source>What the publisher of the directory tells them goes into this file:</source>
        <translation>Ce que l&apos;éditeur du répertoire lui indique s&apos;inscrit dans ce fichier&#xa0;:</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Beginning…</source>
        <translation>Début…</translation>
    </message>
    <message>
        <source>Import from a stic&amp;k…</source>
        <translation>Importer d&apos;une &amp;clé USB…</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Update &amp;now</source>
        <translation>Mettre à &amp;jour maintenant</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ke&amp;ys</source>
        <translation>Racco&amp;urcis</translation>
    </message>
    <message>
        <source>Text size: {percent} %</source>
        <translation>Taille du texte&#xa0;: {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>{name} · open</source>
        <translation>{name} · en suspens</translation>
    </message>
    <message>
        <source>{name}, passed</source>
        <translation>{name}, fait</translation>
    </message>
    <message>
        <source>{name}, some questions open</source>
        <translation>{name}, des questions en suspens</translation>
    </message>
    <message>
        <source>{name}, to come</source>
        <translation>{name}, à venir</translation>
    </message>
    <message>
        <source>{name}, you are here</source>
        <translation>{name}, vous êtes ici</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Masquer</translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation>Danger immédiat</translation>
    </message>
</context>
<context>
    <name>SummaryFiles</name>
    <message>
        <source>Save the summary</source>
        <translation>Enregistrer le résumé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>résumé</translation>
    </message>
</context>
<context>
    <name>TrainingBand</name>
    <message>
        <source>Training: fictional, counts nothing, keeps nothing</source>
        <translation>Formation&#xa0;: fictif, rien n&apos;est compté, rien n&apos;est conservé</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>← All &amp;cases</source>
        <translation>← Tous les &amp;cas</translation>
    </message>
    <message>
        <source>← The &amp;case</source>
        <translation>← Le &amp;cas</translation>
    </message>
</context>
<context>
    <name>UnstatedNotes</name>
    <message numerus="yes">
        <source>%n more do not state all their hours.</source>
        <translation>
            <numerusform>%n autre n&apos;indique pas toutes ses heures.</numerusform>
            <numerusform>%n autres n&apos;indiquent pas toutes leurs heures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more do not state their language.</source>
        <translation>
            <numerusform>%n autre n&apos;indique pas sa langue de service.</numerusform>
            <numerusform>%n autres n&apos;indiquent pas leur langue de service.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more do not state whom they are for.</source>
        <translation>
            <numerusform>%n autre n&apos;indique pas sa clientèle.</numerusform>
            <numerusform>%n autres n&apos;indiquent pas leur clientèle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be open: their hours are not known.</source>
        <translation>
            <numerusform>%n autre est peut-être ouvert&#xa0;: ses heures sont inconnues.</numerusform>
            <numerusform>%n autres sont peut-être ouverts&#xa0;: leurs heures sont inconnues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
</context>
<context>
    <name>UpdatesPage</name>
    <message>
        <source>Editions on a stick (*.zip)</source>
        <translation>Éditions sur une clé (*.zip)</translation>
    </message>
    <message>
        <source>Import an edition</source>
        <translation>Importer une édition</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
</context>
<context>
    <name>VerifiedLine</name>
    <message>
        <source>Not verified: it is not stated whether the source was read</source>
        <translation>Non vérifié&#xa0;: il n&apos;est pas indiqué si la source a été lue</translation>
    </message>
    <message>
        <source>Not verified: the source was not read</source>
        <translation>Non vérifié&#xa0;: la source n&apos;a pas été lue</translation>
    </message>
    <message>
        <source>Read in the source on {day}</source>
        <translation>Lu dans la source le {day}</translation>
    </message>
    <message>
        <source>Secondary source: verify before you rely on it</source>
        <translation>Source secondaire&#xa0;: à vérifier avant de s&apos;y fier</translation>
    </message>
</context>
<context>
    <name>VignettePane</name>
    <message>
        <source>The case</source>
        <translation>Le cas</translation>
    </message>
</context>
<context>
    <name>WhySection</name>
    <message>
        <source>Counts as present</source>
        <translation>Compte comme présent</translation>
    </message>
    <message>
        <source>Does not count as present</source>
        <translation>Ne compte pas comme présent</translation>
    </message>
    <message>
        <source>Nothing was noted here:</source>
        <translation>Rien n&apos;a été noté ici&#xa0;:</translation>
    </message>
    <message>
        <source>Show the &amp;rule itself</source>
        <translation>Montrer la règl&amp;e elle-même</translation>
    </message>
    <message>
        <source>What the rule of the checklist reads</source>
        <translation>Ce que lit la règle de la liste</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>%n services were added.</source>
        <translation>
            <numerusform>%n service a été ajouté.</numerusform>
            <numerusform>%n services ont été ajoutés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept no longer: {name}</source>
        <translation>Retiré des services conservés&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Kept on this computer.</source>
        <translation>Conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nom de la liste</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
    <message>
        <source>No number was copied: go to one of the services first.</source>
        <translation>Aucun numéro n&apos;a été copié&#xa0;: allez d&apos;abord à l&apos;un des services.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>The report waits on the page “Kept”.</source>
        <translation>Le signalement attend à la page «&#xa0;Conservés&#xa0;».</translation>
    </message>
    <message>
        <source>Three services at most can be compared.</source>
        <translation>On peut comparer trois services au plus.</translation>
    </message>
</context>
</TS>
