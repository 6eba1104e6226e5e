namespace Nabla.Cli.Tests;

/// <summary>A run on a table, made once for all tests that only read it.</summary>
public sealed class TableRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TableRun() => Outcome.Of(
        "train", TinyTable.Write(_folder["plants.csv"]), "--target", "species", "--without", "price", "--output",
        _folder["run"]).AssertSucceeds();

    public string Model => _folder["run/model.nabla"];

    public void Dispose() => _folder.Dispose();
}
