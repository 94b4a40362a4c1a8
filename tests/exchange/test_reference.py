import json
import shutil
from pathlib import Path

import pytest

from tp_directory import paths
from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy


@pytest.fixture
def geography(bundle: paths.Bundle, tmp_path: Path) -> Path:
    """A copy of the geography, to be broken."""
    return Path(shutil.copytree(bundle.data / "geography", tmp_path / "geography"))


@pytest.fixture
def data(bundle: paths.Bundle, tmp_path: Path) -> Path:
    """A copy of the taxonomy and the thesaurus, to be broken."""
    for folder in ("taxonomy", "thesaurus"):
        shutil.copytree(bundle.data / folder, tmp_path / folder)
    return tmp_path


def test_a_place_has_its_point_time_zone_and_other_names(gazetteer: Gazetteer) -> None:
    [kenora] = gazetteer.named("Kenora")
    [sydney] = gazetteer.named("Sydney")

    assert kenora.province is Province.ON
    assert kenora.timezone == "America/Winnipeg"
    assert kenora.point is not None
    assert round(kenora.point.latitude, 1) == 49.8
    assert "Sidney" in sydney.other_names


def test_a_former_name_leads_to_the_place(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.named("Tracadie")] == ["Tracadie-Sheila"]


@pytest.mark.parametrize(
    ("name", "timezone"),
    [
        ("Pinawa", "America/Winnipeg"),
        ("Nipissing First Nation", "America/Toronto"),
        ("Première Nation Nipissing", "America/Toronto"),
        ("Lennox Island", "America/Halifax"),
    ],
)
def test_a_place_without_a_source_for_its_point_has_none(
    gazetteer: Gazetteer, name: str, timezone: str
) -> None:
    [place] = gazetteer.named(name)

    assert place.point is None
    assert place.timezone == timezone


def test_a_region_has_names_in_both_languages_and_its_places(gazetteer: Gazetteer) -> None:
    peel = gazetteer.region("ON:Peel Region")
    [brampton] = gazetteer.named("Brampton")

    assert peel is not None
    assert peel.name == Text("Peel Region", "Région de Peel")
    assert brampton.id in peel.place_ids


def test_every_place_of_a_region_is_known_and_in_its_province(gazetteer: Gazetteer) -> None:
    strangers = [
        (region.id, place_id)
        for region in gazetteer.regions
        for place_id in region.place_ids
        if (place := gazetteer.place(place_id)) is None or place.province is not region.province
    ]

    assert strangers == []


@pytest.mark.parametrize(
    ("region_id", "town", "stranger"),
    [
        ("AB:Northwestern Alberta", "Peace River", "Calgary"),
        ("QC:Abitibi-Témiscamingue", "Rouyn-Noranda", "Montréal"),
        ("ON:Niagara", "Welland", "Toronto"),
        ("QC:Laurentides", "Saint-Jérôme", "Montréal"),
    ],
)
def test_a_region_is_not_built_around_a_namesake(
    gazetteer: Gazetteer, region_id: str, town: str, stranger: str
) -> None:
    region = gazetteer.region(region_id)

    assert region is not None
    assert gazetteer.named(town, region.province)[0].id in region.place_ids
    assert gazetteer.named(stranger, region.province)[0].id not in region.place_ids


def test_a_postal_area_has_its_centre(gazetteer: Gazetteer) -> None:
    area = gazetteer.postal_area("p9n 1a1")

    assert area is not None
    assert area.province is Province.ON


@pytest.mark.parametrize("file", ["places.csv", "regions.csv", "fsa.csv", "extra_places.csv"])
def test_a_missing_file_is_named(geography: Path, file: str) -> None:
    (geography / file).unlink()

    with pytest.raises(CannotRead, match=file):
        read_gazetteer(geography)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("places.csv", "1,Example,ON,north,-94.5,500,America/Toronto,"),
        ("places.csv", "1,Example,XX,49.8,-94.5,500,America/Toronto,"),
        ("places.csv", "1,Example,ON"),
        ("regions.csv", "Example,Exemple,ON,Kenora,20,one|two"),
        ("fsa.csv", "P9N,Example,ON,north,-94.5"),
        ("extra_places.csv", "one,Example,ON,,America/Toronto"),
        ("extra_places.csv", ",Example,ON,,America/Toronto"),
    ],
)
def test_a_faulty_line_is_named(geography: Path, file: str, line: str) -> None:
    header, *_ = (geography / file).read_text(encoding="utf-8").splitlines()
    (geography / file).write_text(f"{header}\n{line}\n", encoding="utf-8")

    with pytest.raises(CannotRead) as caught:
        read_gazetteer(geography)

    assert f"{file}:2" in caught.value.text.en
    assert f"{file}:2" in caught.value.text.fr


def test_another_header_is_refused(geography: Path) -> None:
    (geography / "fsa.csv").write_text("code,name\n", encoding="utf-8")

    with pytest.raises(CannotRead, match=r"fsa\.csv:1"):
        read_gazetteer(geography)


def test_needs_have_words_in_both_languages(taxonomy: Taxonomy) -> None:
    shelter = taxonomy.needs.by_code["shelter_emergency"]

    assert shelter.label == Text("Emergency shelter", "Hébergement d'urgence")
    assert shelter.synonyms_en
    assert shelter.synonyms_fr
    assert shelter.group in {group.code for group in taxonomy.needs.groups}


def test_the_thesaurus_leads_from_words_to_needs(taxonomy: Taxonomy) -> None:
    [entry] = [each for each in taxonomy.thesaurus if "modern slavery" in each.english]

    assert "esclavage moderne" in entry.french
    assert "trafficking" in entry.needs


def test_a_taxonomy_that_is_no_json_is_named_with_its_line(data: Path) -> None:
    (data / "taxonomy" / "needs.json").write_text('{\n"groups": oops}', encoding="utf-8")

    with pytest.raises(CannotRead, match=r"needs\.json:2"):
        read_taxonomy(data)


def test_a_term_without_a_label_is_refused(data: Path) -> None:
    file = data / "taxonomy" / "populations.json"
    content = json.loads(file.read_bytes())
    del content["terms"][0]["label"]
    file.write_text(json.dumps(content), encoding="utf-8")

    with pytest.raises(CannotRead, match=r"populations\.json.*label"):
        read_taxonomy(data)


@pytest.mark.parametrize("file", ["taxonomy/needs.json", "thesaurus/thesaurus.csv"])
def test_a_missing_vocabulary_is_named(data: Path, file: str) -> None:
    (data / file).unlink()

    with pytest.raises(CannotRead, match=Path(file).name):
        read_taxonomy(data)
