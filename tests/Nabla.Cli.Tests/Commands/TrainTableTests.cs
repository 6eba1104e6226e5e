using System.Text.Json;

namespace Nabla.Cli.Tests.Commands;

public sealed class TrainTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public TrainTableTests() => _data = TinyTable.Write(_folder["plants.csv"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatWasFound_IsSaid()
    {
        string output = Train("--target", "species").AssertSucceeds().Output;

        string[] expected =
        [
            "plants: 120 rows, 7 columns", "left out, it numbers the rows from 1 to 120", "every row is 'earth'",
            "one of 2 categories", "12 missing", "target species: 3 classes", "aster 40, birch 40, clover 40",
            "96 to train on, 0 to validate, 24 to test", "linear model", "most frequent     33.33 %",
        ];
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain(output.ReplaceLineEndings("\n"), c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void ARun_LeavesAllItsFiles_AndLearns()
    {
        Train("--target", "species").AssertSucceeds();

        string[] names =
        [
            ".lock", "checkpoints", "configuration.json", "history.csv", "log", "model.nabla", "report.html",
            "result.json", "run.json",
        ];
        IEnumerable<string?> found = Directory.GetFileSystemEntries(_folder["run"]).Select(Path.GetFileName);
        Assert.Equal(names, found.Order(StringComparer.Ordinal));
        using JsonDocument result = Json("run/result.json");
        Assert.True(Network(result).GetProperty("accuracy").GetDouble() > 0.95);
        Assert.Equal(
            Model.Load(_folder["run/model.nabla"]).WeightsSha256(),
            result.RootElement.GetProperty("weights_sha256").GetString());
        Assert.Equal(
            result.RootElement.GetProperty("epochs").GetInt32() + 1,
            File.ReadAllLines(_folder["run/history.csv"]).Length);
    }

    [Fact]
    public void ANumber_IsLearned_InItsOwnUnits()
    {
        string output = Train("--target", "price", "--without", "species,id").AssertSucceeds().Output;

        Assert.Contains("target price: a number", output, StringComparison.Ordinal);
        using JsonDocument result = Json("run/result.json");
        Assert.True(Network(result).GetProperty("R²").GetDouble() > 0.97);
        Assert.InRange(Network(result).GetProperty("RMSE").GetDouble(), 0.01, 1);
    }

    [Fact]
    public void TheTask_MayBeTold()
    {
        File.WriteAllLines(_data, Enumerable.Range(0, 60).Select(i => $"{i * 0.37},{i % 3}").Prepend("x,y"));

        Train("--target", "y").AssertSays("target y: 3 classes");
        TrainInto("other", "--target", "y", "--task", "regression")
            .AssertSays("target y: a number, since so it was told");
    }

    [Fact]
    public void NumbersWithADecimalComma_AreReadWhenToldSo()
    {
        File.WriteAllLines(_data, Enumerable.Range(0, 60).Select(i => $"{i},25;{i * 2},5").Prepend("x;y"));

        Train("--target", "y").AssertFails(ExitCode.Failure, "plants.csv");
        Train("--target", "y", "--decimal", "comma").AssertSays("target y: a number");
    }

    [Fact]
    public void AConfiguration_RepeatsTheRunToTheBit()
    {
        Train("--target", "species", "--seed", "5", "--epochs", "20", "--dropout", "0.3").AssertSucceeds();
        Outcome.Of(
            "train", "--configuration", _folder["run/configuration.json"], "--output", _folder["again"],
            "--threads", "1")
            .AssertSucceeds();

        Assert.Equal(HashOf("run"), HashOf("again"));
        Assert.Equal(
            File.ReadAllText(_folder["run/configuration.json"]), File.ReadAllText(_folder["again/configuration.json"]));
    }

    [Fact]
    public void ARunThatHasEnded_IsNotOverwritten()
    {
        Train("--target", "species", "--epochs", "3").AssertSucceeds();
        string hash = HashOf("run");
        Train("--target", "species", "--epochs", "4").AssertFails(ExitCode.Usage, "which is not overwritten");
        Assert.Equal(hash, HashOf("run"));
    }

    [Fact]
    public void AnotherSeed_GivesOtherWeights()
    {
        Train("--target", "species", "--epochs", "3").AssertSucceeds();
        string first = HashOf("run");
        TrainInto("other", "--target", "species", "--epochs", "3", "--seed", "2").AssertSucceeds();

        Assert.NotEqual(first, HashOf("other"));
    }

    [Theory]
    [InlineData(120, "96 to train on, 0 to validate")]
    [InlineData(1200, "840 to train on, 120 to validate")]
    public void RowsAreSetAsideToValidate_WhereThereAreEnoughToDecide(int rows, string parts)
    {
        TinyTable.Write(_folder["rows.csv"], rows: rows);

        Outcome.Of(
            "train", _folder["rows.csv"], "--target", "species", "--epochs", "1", "--output", _folder["rows"])
            .AssertSays(parts);
    }

    [Fact]
    public void ToStopEarly_SetsRowsAside() =>
        Train("--target", "species", "--epochs", "2", "--patience", "1").AssertSays("12 to validate");

    [Fact]
    public void WithoutTestAndValidation_AllEpochsRunOnAllRows()
    {
        string output = Train("--target", "species", "--test", "0", "--validation", "0", "--epochs", "7")
            .AssertSucceeds().Output;

        Assert.Contains("120 to train on, 0 to validate, 0 to test", output, StringComparison.Ordinal);
        Assert.Contains("\n7 epochs in ", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void RowsWithoutATarget_AreLeftOutAndSaid()
    {
        File.AppendAllText(_data, "121,,1.5,0.5,Ulm,earth,2\n122,,1.5,0.5,Ulm,earth,2\n");

        Train("--target", "species", "--epochs", "2").AssertSays("2 rows without a value of 'species' left out");
    }

    [Fact]
    public void Folds_AreScoredAndWritten_AndKeepNoModel()
    {
        Outcome outcome = Outcome.Of(
            "train", _data, "--target", "species", "--folds", "4", "--folds-file", _folder["folds.csv"]);

        string output = outcome.AssertSucceeds().Output;
        Assert.Contains("fold 4/4   accuracy 100.00 %", output, StringComparison.Ordinal);
        Assert.Contains("mean       accuracy 100.00 % ± 0.00 %", output, StringComparison.Ordinal);
        Table folds = CsvTable.Read(_folder["folds.csv"]);
        Assert.Equal(Enumerable.Range(0, 120).Select(row => (double)row), Numbers("row"));
        Assert.All(Numbers("fold").GroupBy(fold => fold), fold => Assert.Equal(30, fold.Count()));
        Assert.Equal(["folds.csv", "plants.csv"], _folder.FileNames());

        IEnumerable<double> Numbers(string column) =>
            Enumerable.Range(0, folds.RowCount).Select(row => folds.Column(column).Number(row));
    }

    private Outcome Train(params string[] options) => TrainInto("run", options);

    private Outcome TrainInto(string run, params string[] options) =>
        Outcome.Of(["train", _data, "--output", _folder[run], .. options]);

    private string HashOf(string run) => Model.Load(_folder[$"{run}/model.nabla"]).WeightsSha256();

    private JsonDocument Json(string name) => JsonDocument.Parse(File.ReadAllText(_folder[name]));

    private static JsonElement Network(JsonDocument result) =>
        result.RootElement.GetProperty("test").GetProperty("network");
}
