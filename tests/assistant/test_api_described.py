"""The API's description of itself: off unless wanted, true of what is sent, and a page that asks no other host."""

import json
import re
import sys
from importlib.resources import files

import httpx
import jsonschema
import pytest

import serve
from assistant.api import application
from assistant.api.docs import page
from assistant.page.desk import Desk
from tests.assistant.page_library import Held
from tests.browser.conftest import run

QUESTIONS = ("哪些单位举行过信访听证？", "栖梧区排查了多少条线索？", "库里有哪些报告？", "今天天气怎么样？")


@pytest.fixture(scope="module")
def description():
    return application.create(Desk(lambda progress: Held()), docs=True).openapi()


@pytest.fixture(scope="module")
def described():
    """The address of a page over the invented library whose API describes itself."""
    with run([sys.executable, "-m", "tests.assistant.page_server", "--api-docs"]) as address:
        yield address


@pytest.fixture
def conforms(description):
    """Check a value against a shape of the description."""

    def check(value, name):
        schema = {"$ref": f"#/components/schemas/{name}", "components": description["components"]}
        jsonschema.Draft202012Validator(schema).validate(value)
        known = set(description["components"]["schemas"][name]["properties"])
        assert set(value) <= known

    return check


def test_the_page_of_docs_asks_no_other_host_and_runs_no_script(described):
    with httpx.Client(trust_env=False) as client:
        answer = client.get(f"{described}api/docs")
        assert answer.status_code == 200
        assert client.get(f"{described}api/openapi.json").json()["paths"]["/ask"]
    assert "<script" not in answer.text and " on" + "click=" not in answer.text
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", answer.text)
    assert "url(" not in answer.text and "@import" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert f"curl -G {described}api/ask" in answer.text


def test_every_operation_is_described_in_both_languages_with_a_command(description):
    html = page(description, "http://127.0.0.1:7860")
    for path, item in description["paths"].items():
        for operation in item.values():
            for said in (operation["summary"], operation["description"]):
                assert re.search("[一-鿿]", said) and re.search("[a-z]{2}", said), (path, said)
            assert {"200", "400", "422", "503"} <= set(operation["responses"])
            for given in operation.get("parameters", ()):
                assert given["description"], (path, given["name"])
                assert not given["required"] or given["schema"]["examples"]
    assert html.count("<h3>curl</h3>") == sum(len(item) for item in description["paths"].values())


def test_what_the_description_holds_is_escaped(description):
    doubtful = json.loads(json.dumps(description).replace("提问 Ask", "<b>x</b>"))
    html = page(doubtful, 'http://"><script>')
    assert "<b>x" not in html and "<script" not in html


def test_what_is_sent_is_what_is_described(conforms, sample_library):
    from assistant import forms
    from index.records import Facets

    for question in QUESTIONS:
        conforms(sample_library.ask(question).to_dict(), "Answer")
    conforms(forms.search(sample_library, "听证", Facets(), 5), "Hits")
    conforms(forms.catalogue(sample_library, Facets()), "Catalogue")
    conforms(forms.report(sample_library, "qiwu_2024.txt"), "ReportText")
    conforms(sample_library.matrix(("听证", "直升机"), Facets(roles=("plan",))), "Matrix")


def test_the_guide_names_every_operation_and_no_other(description):
    guide = files("assistant.api").joinpath("GUIDE.md").read_text("utf-8")
    named = set(re.findall(r"(GET|POST) /api(/[^`?]*)", guide))
    assert named == {(method.upper(), path) for path, item in description["paths"].items() for method in item}


@pytest.mark.parametrize(
    ("argv", "environ", "shown"),
    [
        ([], {}, False),
        (["--api-docs"], {}, True),
        ([], {"WENJU_API_DOCS": "1"}, True),
        ([], {"WENJU_API_DOCS": "0"}, False),
    ],
)
def test_it_is_described_only_when_wanted(argv, environ, shown):
    assert serve.parser(environ).parse_args(argv).api_docs is shown
