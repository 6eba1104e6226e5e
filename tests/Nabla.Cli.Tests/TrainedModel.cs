namespace Nabla.Cli.Tests;

/// <summary>A data set and a model trained on it, made once for all tests that only read them.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainedModel()
    {
        Data = TinyMnist.Write(_folder["data"]);
        File = _folder["run/model.nabla"];
        Outcome.Of(
            "train", "mnist", "--data", Data, "--epochs", "6", "--hidden", "16", "--batch", "10", "--output", Run)
            .AssertSucceeds();
    }

    public string Data { get; }

    public string File { get; }

    public string Run => _folder["run"];

    public void Dispose() => _folder.Dispose();
}
