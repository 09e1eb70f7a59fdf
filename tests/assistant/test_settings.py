from pathlib import Path

import pytest

from assistant import settings


def test_an_option_comes_before_a_variable_and_a_variable_before_the_default(tmp_path):
    environ = {"WENJU_REPORTS": str(tmp_path / "variable"), "XDG_DATA_HOME": str(tmp_path)}
    assert settings.resolve(tmp_path / "option", None, environ).reports == tmp_path / "option"
    assert settings.resolve(None, None, environ).reports == tmp_path / "variable"
    assert settings.resolve(None, None, {"XDG_DATA_HOME": str(tmp_path)}).reports == settings.SAMPLES


def test_only_the_default_counts_as_the_samples(tmp_path):
    assert settings.resolve(None, None, {}).samples
    assert not settings.resolve(tmp_path, None, {}).samples


def test_an_empty_option_or_variable_counts_as_not_given():
    assert settings.resolve("", "", {"WENJU_REPORTS": "", "WENJU_DATA": ""}) == settings.resolve(None, None, {})


def test_the_data_folder_follows_option_variable_default(tmp_path):
    environ = {"WENJU_DATA": str(tmp_path / "variable")}
    assert settings.resolve(None, tmp_path / "option", environ).data == tmp_path / "option"
    assert settings.resolve(None, None, environ).data == tmp_path / "variable"


def test_two_folders_of_reports_never_share_a_data_folder(tmp_path):
    environ = {"XDG_DATA_HOME": str(tmp_path)}
    first = settings.resolve(tmp_path / "a" / "reports", None, environ).data
    second = settings.resolve(tmp_path / "b" / "reports", None, environ).data
    assert first != second
    assert first.parent == second.parent == tmp_path / "wenju"


def test_the_same_folder_written_differently_has_one_data_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    environ = {"XDG_DATA_HOME": str(tmp_path)}
    written = [tmp_path / "reports", "reports", "./reports/", "x/../reports"]
    assert len({settings.resolve(way, None, environ).data for way in written}) == 1


def test_a_relative_data_home_is_ignored_as_the_xdg_standard_asks(tmp_path):
    assert settings.default_data(tmp_path, {"XDG_DATA_HOME": "here"}).is_relative_to(Path.home())


def test_a_tilde_means_the_home_folder():
    assert settings.resolve("~/reports", None, {}).reports == Path.home() / "reports"


@pytest.mark.parametrize(("value", "language"), [(None, "zh"), ("", "zh"), ("en", "en"), ("EN-gb", "en"), ("zh", "zh")])
def test_messages_are_chinese_unless_told(value, language):
    assert settings.language({} if value is None else {"WENJU_LANGUAGE": value}) == language


def test_the_file_of_feedback_follows_option_variable_and_the_data_folder(tmp_path):
    environ = {"WENJU_FEEDBACK": str(tmp_path / "variable.jsonl")}
    assert settings.resolve(None, None, environ, tmp_path / "option.jsonl").feedback == tmp_path / "option.jsonl"
    assert settings.resolve(None, None, environ).feedback == tmp_path / "variable.jsonl"
    assert settings.resolve(None, tmp_path / "data", {}).feedback == tmp_path / "data" / settings.FEEDBACK
