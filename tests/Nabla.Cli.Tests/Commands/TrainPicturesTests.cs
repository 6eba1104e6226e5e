namespace Nabla.Cli.Tests.Commands;

public sealed class TrainPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mnist_TakesConvolutions()
    {
        Outcome outcome = Train(
            "mnist", TinyMnist.Write(_folder["data"]), "--model", "cnn", "--batch", "20", "--epochs", "3");

        outcome.AssertSays("784-32-32-64-64-128-10, ");
        Assert.True(Accuracy(outcome) > 50, outcome.Output);
        Assert.Equal([28, 28], Model.Load(_folder["run/model.nabla"]).InputShape!.Value);
        Outcome.Of("evaluate", _folder["run"]).AssertSays("accuracy");
    }

    [Fact]
    public void FashionMnist_TakesAResidualNetwork()
    {
        Outcome outcome = Train(
            "fashion-mnist", TinyMnist.Write(_folder["data"]), "--model", "resnet", "--augment", "--images", "40",
            "--epochs", "1");

        outcome.AssertSays("784-32-64-64-64-128-256-256-256-10, ");
        Assert.Contains("40 to train on, 0 to validate, 40 to test", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Cifar10_IsAResidualNetworkByDefault_AndAnInterruptedRunGoesOnToTheSameBits()
    {
        string data = TinyCifar.Write(_folder["data"]);
        string[] options = ["--augment", "--epochs", "2", "--images", "60", "--batch", "20"];
        Train("cifar10", data, options).AssertSays("3072-32-64-64-64-128-256-256-256-10, ");
        string whole = Model.Load(_folder["run/model.nabla"]).WeightsSha256();
        Directory.Delete(_folder["run"], recursive: true);

        using CancellationTokenSource stop = new();
        using StopsAtFirstEpoch output = new(stop);
        Outcome.Of(Line("cifar10", data, options), output, stop.Token)
            .AssertFails(ExitCode.Interrupted, "1 of 2 epochs");
        Outcome.Of("resume", _folder["run"]).AssertSucceeds();
        Assert.Equal(whole, Model.Load(_folder["run/model.nabla"]).WeightsSha256());
    }

    [Fact]
    public void Photographs_AreNotTurnedUpsideDown()
    {
        string[] options = ["--augment", "--images", "40", "--epochs", "1", "--model", "dense"];
        Train("cifar10", TinyCifar.Write(_folder["data"]), options).AssertSucceeds();
        Model model = Model.Load(_folder["run/model.nabla"]);
        Assert.Equal(FlipMode.Horizontal, model.Layers.OfType<RandomFlip>().Single().Mode);
    }

    [Fact]
    public void FilesThatAreNotThere_AreSaidWithWhereToGetThem()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Outcome.Of("train", "cifar10", "--data", _folder["empty"])
            .AssertFails(ExitCode.Failure, "test_batch.bin", "cifar-10-binary.tar.gz", "NABLA_DATA");
        Outcome.Of("train", "fashion-mnist", "--data", _folder["empty"])
            .AssertFails(ExitCode.Failure, "train-images-idx3-ubyte", "NABLA_DATA");
    }

    [Fact]
    public void ABrokenFile_IsNamed()
    {
        string file = Path.Combine(TinyCifar.Write(_folder["data"]), "data_batch_3.bin");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..5000]);
        Train("cifar10", _folder["data"])
            .AssertFails(ExitCode.Failure, file, "5000 bytes are no whole number of records");
    }

    private static double Accuracy(Outcome outcome)
    {
        const string Heading = "test accuracy ";
        int start = outcome.Output.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length;
        string number = outcome.Output[start..].Split(' ')[0];
        return double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
    }

    private Outcome Train(string set, string data, params string[] options) => Outcome.Of(Line(set, data, options));

    private string[] Line(string set, string data, params string[] options) =>
        ["train", set, "--data", data, "--output", _folder["run"], .. options];
}
