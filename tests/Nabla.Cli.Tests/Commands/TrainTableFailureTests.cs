namespace Nabla.Cli.Tests.Commands;

public sealed class TrainTableFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public TrainTableFailureTests() => _data = TinyTable.Write(_folder["plants.csv"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutATarget_TheColumnsAreListed() =>
        Train().AssertFails(ExitCode.Usage, "--target", "id, species, length, width");

    [Theory]
    [InlineData("specis", "did you mean 'species'?")]
    [InlineData("SPECIES", "did you mean 'species'?")]
    [InlineData("colour", "id, species, length")]
    public void ATargetThatIsNotThere_IsSaidWithNearNames(string target, string advice) =>
        Train("--target", target).AssertFails(ExitCode.Usage, $"'{target}'", advice);

    [Fact]
    public void AColumnToLeaveOutThatIsNotThere_IsSaid() =>
        Train("--target", "species", "--without", "id,lenght").AssertFails(
            ExitCode.Usage, "'lenght'", "did you mean 'length'?");

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "line 3")]
    [InlineData("a,b\n1,2\n1,2\n1,\"2\n", "")]
    [InlineData("", "is empty, a pipe or a device")]
    [InlineData("b,a\n1,\n2,\n3,\n", "No row", "has a value of 'b'", "choose another --target")]
    [InlineData("b,a\nx,1\nx,2\nx,3\nx,4\n", "at least two classes")]
    [InlineData("b,a\nx,1\ny,2\nx,3\ny,4\n", "4 examples", "10 are the least")]
    [InlineData("b,a\n1,3\n1,3\n2,3\n2,3\n1,3\n1,3\n1,3\n1,3\n2,3\n1,3\n2,3\n", "No column gives a feature")]
    public void ATableThatCannotBeLearnedFrom_IsOneLine(string text, params string[] fragments)
    {
        // The file names its target b, except where that is what is wrong.
        bool isAboutTheTarget = fragments is ["No row", ..];
        File.WriteAllText(_data, isAboutTheTarget ? text.Replace("b,a", "a,b", StringComparison.Ordinal) : text);

        Train("--target", "b").AssertFails(ExitCode.Failure, ["plants", .. fragments]);
        Assert.Equal(["plants.csv"], _folder.FileNames());
    }

    [Fact]
    public void AsManyClassesAsRows_AreRefused()
    {
        File.WriteAllLines(_data, Enumerable.Range(0, 60).Select(i => $"{i * 0.37},n{i}").Prepend("x,y"));
        Train("--target", "y").AssertFails(ExitCode.Failure, "60 classes for 60 examples", "--task regression");
    }

    [Fact]
    public void AWrongSeparator_IsSaidWithTheRightOne() => Train("--target", "species", "--separator", "semicolon")
        .AssertFails(ExitCode.Failure, "Set --separator to ','");

    [Fact]
    public void AnOptionOfImages_IsRefused() =>
        Train("--target", "species", "--size", "8").AssertFails(ExitCode.Usage, "--size is about folders of images");

    [Fact]
    public void AnOutputThatIsAFile_IsRefused() =>
        Train("--target", "species", "--output", _data).AssertFails(ExitCode.Usage, "is a file");

    [Fact]
    public void AnOutputWithOtherFiles_IsRefused() =>
        Train("--target", "species", "--output", _folder.FullName).AssertFails(ExitCode.Usage, "is no folder of a run");

    [Fact]
    public void AnOutputOfARunThatNeverBegan_IsTaken()
    {
        Directory.CreateDirectory(_folder["run/checkpoints"]);
        File.WriteAllText(_folder["run/.lock"], "");
        Train("--target", "species", "--epochs", "2", "--output", _folder["run"]).AssertSucceeds();
    }

    [Fact]
    public void AnOutputWithAnUnfinishedRun_IsRefused()
    {
        Train("--target", "species", "--epochs", "2", "--output", _folder["run"]).AssertSucceeds();
        File.Delete(_folder["run/result.json"]);

        Train("--target", "species", "--output", _folder["run"]).AssertFails(ExitCode.Usage, "nabla resume");
    }

    [Fact]
    public void AnOutputThatCannotBe_IsKnownBeforeTraining()
    {
        string path = Path.Combine(_data, "within");
        Outcome outcome = Train("--target", "species", "--output", path);

        outcome.AssertFails(ExitCode.Failure, $"Cannot write '{path}'");
        Assert.DoesNotContain("epoch ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOutputOfAnEndlessName_IsKnownBeforeTraining()
    {
        Outcome outcome = Train("--target", "species", "--output", _folder[new string('x', 5000)]);

        outcome.AssertFails(ExitCode.Failure, "Cannot write");
        Assert.DoesNotContain("epoch ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void APipe_IsRefusedAndNotWaitedFor()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes have names in files on Unix only.");
        using var make = System.Diagnostics.Process.Start("mkfifo", _folder["pipe.csv"]);
        make.WaitForExit();

        Outcome.Of("train", _folder["pipe.csv"], "--target", "x").AssertFails(ExitCode.Failure, "a pipe or a device");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("null")]
    public void AConfigurationThatIsNone_IsOneLine(string text)
    {
        File.WriteAllText(_folder["configuration.json"], text);

        Outcome.Of("train", "--configuration", _folder["configuration.json"])
            .AssertFails(ExitCode.Failure, "configuration.json", "no configuration of a run");
    }

    [Fact]
    public void AnOptionBesideAConfiguration_IsRefused()
    {
        Train("--target", "species", "--epochs", "2", "--output", _folder["run"]).AssertSucceeds();

        Outcome.Of("train", "--configuration", _folder["run/configuration.json"], "--epochs", "3")
            .AssertFails(ExitCode.Usage, "--epochs stands in the configuration already");
    }

    [Fact]
    public void OtherDataThanTheConfigurations_AreRefused()
    {
        Train("--target", "species", "--epochs", "2", "--output", _folder["run"]).AssertSucceeds();
        TinyTable.Write(_data, seed: 2);

        Outcome.Of("train", "--configuration", _folder["run/configuration.json"], "--output", _folder["again"])
            .AssertFails(ExitCode.Failure, _data, "has changed since the run began");
    }

    private Outcome Train(params string[] options) => Outcome.Of(["train", _data, .. options]);
}
