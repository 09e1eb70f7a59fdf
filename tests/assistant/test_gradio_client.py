"""The framework's own client against the real server: it finds the named endpoints, and nothing else."""

import pytest


@pytest.fixture(scope="module")
def client(sample_server):
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("GRADIO_ANALYTICS_ENABLED", "False")
        from gradio_client import Client

        opened = Client(sample_server.address, verbose=False, download_files=False, analytics_enabled=False)
        yield opened
        opened.close()


def test_it_finds_the_four_endpoints_and_their_parameters(client):
    found = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert {name: [one["parameter_name"] for one in info["parameters"]] for name, info in found.items()} == {
        "/ask": ["question", "history", "facets", "language"],
        "/search": ["query", "k", "facets"],
        "/catalogue": ["facets"],
        "/matrix": ["topics", "facets"],
    }


def test_it_gets_the_json_of_the_library(client, sample_library):
    question = "哪些单位举行过信访听证？"
    assert client.predict(question, api_name="/ask") == sample_library.ask(question).to_dict()
    facets = {"years": [2024], "levels": ["县"]}
    told = client.predict(question=question, facets=facets, language="en", api_name="/ask")
    assert told["language"] == "en"
    assert told["searched"] == {"reports": 1, "of": 4}
    history = [{"role": "user", "content": "云汀市信访局举行过信访听证吗？"}]
    follow_up = client.predict("那栖梧区呢？", history, api_name="/ask")
    assert {finding["agency"] for finding in follow_up["findings"]} == {"栖梧区信访局"}
    hits = client.predict("听证", 2, {"years": ["2024"]}, api_name="/search")["hits"]
    assert [hit["rank"] for hit in hits] == [1, 2]
    assert client.predict(api_name="/catalogue") == sample_library.catalogue()
    assert client.predict(["听证"], api_name="/matrix") == sample_library.matrix(["听证"])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((" ",), "没有看到问题，请输入文字后再发送。"),
        (("听证", None, {"levels": ["国"]}), "不认识 国"),
        (("听证", None, {"level": ["县"]}), "facets.level 不是可用的名称。"),
        (("hearings", [{"role": "x", "content": ""}]), "history.0.role is none of the known values."),
        (("长" * 2001,), "2,001"),
        ((7,), "question 应为文字。"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(client, given, said):
    from gradio_client.exceptions import AppError

    with pytest.raises(AppError, match=said.replace(".", r"\.")) as raised:
        client.predict(*given, api_name="/ask")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["/ask_1", "/renew", "/typed"])
def test_the_events_of_the_page_are_not_its_to_call(client, name):
    with pytest.raises(ValueError, match="api_name"):
        client.predict("听证", api_name=name)
