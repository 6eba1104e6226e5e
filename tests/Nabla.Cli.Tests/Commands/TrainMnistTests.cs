using System.Text.Json;

namespace Nabla.Cli.Tests.Commands;

public sealed class TrainMnistTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public TrainMnistTests() => _data = TinyMnist.Write(_folder["data"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Training_LearnsShowsAndSaves()
    {
        Outcome outcome = Train("--hidden", "16", "--batch", "10", "--epochs", "6").AssertSucceeds();

        Assert.Contains("784-16-10, 12,730 parameters", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("epoch 6/6   loss ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("test accuracy 100.00 %", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("linear model", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"saved {_folder["run/model.nabla"]}", outcome.Output, StringComparison.Ordinal);
        Assert.Equal([28, 28], Model.Load(_folder["run/model.nabla"]).InputShape!.Value);
    }

    [Fact]
    public void ARun_LeavesWhatRunsLeave()
    {
        Train("--epochs", "3", "--images", "50").AssertSucceeds();

        Assert.Equal(
            ["checkpoints", "configuration.json", "history.csv", "log", "model.nabla", "report.html", "result.json",
                "run.json"],
            Directory.GetFileSystemEntries(_folder["run"]).Select(Path.GetFileName)
                .Where(name => name![0] != '.').Order(StringComparer.Ordinal));
        Assert.Equal(4, File.ReadAllLines(_folder["run/history.csv"]).Length);
        Assert.NotEmpty(Checkpoints.In(_folder["run/checkpoints"]));
        Outcome.Of("report", _folder["run"]).AssertSays("report.html");
    }

    [Fact]
    public void AConfiguration_RepeatsTheRunToTheBit()
    {
        Train("--epochs", "2", "--hidden", "16", "--images", "80", "--augment").AssertSucceeds();

        Outcome.Of("train", "--configuration", _folder["run/configuration.json"], "--output", _folder["again"])
            .AssertSucceeds();
        Assert.Equal(
            Model.Load(_folder["run/model.nabla"]).WeightsSha256(),
            Model.Load(_folder["again/model.nabla"]).WeightsSha256());
    }

    [Fact]
    public void Validation_SetsTrainingImagesAside_AndMayStopEarly()
    {
        Outcome outcome = Train("--validation", "0.2", "--epochs", "60", "--patience", "1", "--hidden", "16", "--batch",
            "10").AssertSucceeds();

        Assert.Contains("240 to train on, 60 to validate, 100 to test", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("the best in validation", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutOptions_TheNetworkHas128HiddenUnits() => Assert.Contains(
        "784-128-10, 101,770 parameters; batches of 64, 20 epochs; seed 1",
        Train("--images", "50").AssertSucceeds().Output, StringComparison.Ordinal);

    [Fact]
    public void OutputThatNobodyWatches_HasNoControlCharacters()
    {
        Outcome outcome = Train("--hidden", "none", "--epochs", "3").AssertSucceeds();

        Assert.DoesNotContain(outcome.Output.ReplaceLineEndings("\n"), c => char.IsControl(c) && c != '\n');
        Assert.Equal(3, outcome.Output.Split('\n').Count(line => line.StartsWith("epoch ", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheNetworkOfIntroductions_Has13002Parameters()
    {
        JsonElement report = Report("--hidden", "16,16", "--activation", "sigmoid", "--epochs", "1");

        Assert.Equal(13_002, report.GetProperty("parameters").GetInt64());
        Assert.Equal("784-16-16-10", report.GetProperty("network").GetString());
    }

    [Fact]
    public void TheReport_HasWhatMachinesAskFor()
    {
        JsonElement report = Report("--hidden", "16", "--batch", "7", "--epochs", "2", "--images", "50", "--seed", "3");

        Assert.InRange(report.GetProperty("test_accuracy").GetDouble(), 0, 1);
        Assert.InRange(
            report.GetProperty("test").GetProperty("network").GetProperty("loss").GetDouble(), 0, 10);
        Assert.Equal(2, report.GetProperty("epochs").GetInt32());
        Assert.Equal(16, report.GetProperty("steps").GetInt32());
        Assert.Equal(50, report.GetProperty("train_examples").GetInt32());
        Assert.Equal(
            Model.Load(_folder["run/model.nabla"]).WeightsSha256(), report.GetProperty("weights_sha256").GetString());
        string[] names = ["load_seconds", "compile_seconds", "train_seconds"];
        double[] stages = [.. names.Select(name => report.GetProperty(name).GetDouble())];
        Assert.All(stages, seconds => Assert.True(seconds > 0));
        Assert.True(stages.Sum() <= report.GetProperty("seconds").GetDouble());
    }

    [Fact]
    public void EqualSeeds_GiveEqualWeights_OnAnyNumberOfThreads()
    {
        string[] hashes =
        [
            .. new[] { ("1", "1"), ("1", $"{Environment.ProcessorCount}"), ("2", "1") }.Select(run =>
                Report("--seed", run.Item1, "--threads", run.Item2, "--epochs", "2", "--dropout", "0.1")
                    .GetProperty("weights_sha256").GetString()!),
        ];

        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);
    }

    [Theory]
    [InlineData("adamw")]
    [InlineData("adam")]
    [InlineData("rmsprop")]
    [InlineData("sgd")]
    public void EveryOptimizer_LearnsWithItsDefaults(string optimizer)
    {
        JsonElement report = Report("--optimizer", optimizer, "--hidden", "32", "--batch", "10", "--epochs", "6");

        Assert.True(report.GetProperty("test_accuracy").GetDouble() > 0.95);
    }

    [Theory]
    [InlineData("one-cycle")]
    [InlineData("cosine")]
    [InlineData("constant")]
    public void EverySchedule_Learns(string schedule)
    {
        JsonElement report =
            Report("--schedule", schedule, "--rate", "0.003", "--hidden", "32", "--batch", "10", "--epochs", "6");

        Assert.True(report.GetProperty("test_accuracy").GetDouble() > 0.95);
    }

    [Fact]
    public void APage_ChangesNothingElse()
    {
        string plain = Report("--epochs", "2").GetProperty("weights_sha256").GetString()!;
        JsonElement seen = Report("--epochs", "2", "--page", _folder["page.html"]);
        Assert.Equal(plain, seen.GetProperty("weights_sha256").GetString());
        Assert.Contains("Handwritten digits", File.ReadAllText(_folder["page.html"]));
    }

    private Outcome Train(params string[] options)
    {
        if (Directory.Exists(_folder["run"]))
        {
            Directory.Delete(_folder["run"], recursive: true);
        }

        return Outcome.Of(["train", "mnist", "--data", _data, "--output", _folder["run"], .. options]);
    }

    private JsonElement Report(params string[] options)
    {
        Train([.. options, "--report", _folder["report.json"]]).AssertSucceeds();
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(_folder["report.json"]));
        return report.RootElement.Clone();
    }
}
