namespace Nabla.Cli.Tests.Commands;

/// <summary>Evaluate and predict, with models of tables.</summary>
public sealed class SavedTableModelTests : IClassFixture<TableRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;
    private readonly string _more;

    public SavedTableModelTests(TableRun run)
    {
        _model = run.Model;
        _more = TinyTable.Write(_folder["more.csv"], seed: 9, rows: 30);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnEvaluation_HasScoresAndConfusion()
    {
        string output = Outcome.Of("evaluate", _model, _more).AssertSucceeds().Output;

        Assert.Contains("on 30 rows", output, StringComparison.Ordinal);
        Assert.Contains("model            100.00 %", output, StringComparison.Ordinal);
        Assert.Contains("aster", output, StringComparison.Ordinal);
    }

    [Fact]
    public void APrediction_IsTheTableWithClassesAndProbabilities()
    {
        Outcome.Of("predict", _model, _more, "--output", _folder["out.csv"]).AssertSucceeds();

        Table predicted = CsvTable.Read(_folder["out.csv"]);
        Assert.Equal(30, predicted.RowCount);
        Assert.Equal(
            ["predicted species", "probability of aster", "probability of birch", "probability of clover"],
            predicted.Names.Skip(7));
        for (int row = 0; row < predicted.RowCount; row++)
        {
            Assert.Equal(predicted.Column("species").Text(row), predicted.Column("predicted species").Text(row));
            Assert.Equal(1, predicted.Names.Skip(8).Sum(name => predicted.Column(name).Number(row)), 1e-5);
        }
    }

    [Fact]
    public void WithoutAnOutput_PredictionsGoToTheTerminal_AlsoOfTablesWithoutTheTarget()
    {
        File.WriteAllText(_folder["one.csv"], "length,width,town\n0.5,0.1,Ulm\n6.5,0.2,Bonn\n");

        string[] lines = Outcome.Of("predict", _model, _folder["one.csv"]).AssertSucceeds().Output.Split('\n');
        Assert.StartsWith("length,width,town,predicted species,probability of aster,", lines[0]);
        Assert.StartsWith("0.5,0.1,Ulm,aster,", lines[1]);
        Assert.StartsWith("6.5,0.2,Bonn,clover,", lines[2]);
    }

    [Fact]
    public void UnseenCategories_AreCountedAndSaid()
    {
        File.WriteAllText(_folder["one.csv"], "length,width,town\n0.5,0.1,Rome\n6.5,0.2,Bonn\n0.1,0.3,Paris\n");

        Outcome outcome = Outcome.Of("predict", _model, _folder["one.csv"]);
        Assert.Equal(ExitCode.Success, outcome.Code);
        Assert.Contains("2 rows of column 'town'", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("'Rome'", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsThatLack_AreNamed()
    {
        File.WriteAllText(_folder["one.csv"], "length,size\n0.5,1\n0.6,2\n");

        Outcome.Of("predict", _model, _folder["one.csv"])
            .AssertFails(ExitCode.Failure, "lacks 2 columns", "width, town", "length, size");
    }

    [Fact]
    public void TextWhereNumbersWere_IsSaid()
    {
        File.WriteAllText(_folder["one.csv"], "length,width,town\nlong,0.1,Ulm\nshort,0.2,Bonn\n");

        Outcome.Of("predict", _model, _folder["one.csv"]).AssertFails(ExitCode.Failure, "'length'", "text");
    }

    [Fact]
    public void ATableWithoutTheTarget_CannotBeEvaluated()
    {
        File.WriteAllText(_folder["one.csv"], "length,width,town\n0.5,0.1,Ulm\n");

        Outcome.Of("evaluate", _model, _folder["one.csv"]).AssertFails(
            ExitCode.Failure, "no column 'species'", "nabla predict");
    }

    [Fact]
    public void AClassThatIsUnknown_CannotBeEvaluated()
    {
        File.AppendAllText(_more, "31,daisy,1.5,0.5,Ulm,earth,2\n");

        Outcome.Of("evaluate", _model, _more).AssertFails(ExitCode.Failure, "'daisy'", "aster, birch, clover");
    }

    [Fact]
    public void AModelOfATable_NeedsOne() => Outcome.Of("evaluate", _model).AssertFails(ExitCode.Usage, "needs DATA");

    [Fact]
    public void AFolderInsteadOfATable_IsSaid() =>
        Outcome.Of("predict", _model, _folder.FullName).AssertFails(ExitCode.Usage, "is a folder");

    [Fact]
    public void ADamagedNote_IsOneLine()
    {
        Model model = Model.Load(_model);
        model.Notes["table_features"] = "{\"type\":\"table_features\"";
        model.Save(_folder["broken.nabla"]);

        Outcome.Of("predict", _folder["broken.nabla"], _more).AssertFails(ExitCode.Failure, "broken.nabla", "notes");
    }

    [Theory]
    [InlineData("svg", "<svg")]
    [InlineData("mermaid", "flowchart")]
    [InlineData("dot", "digraph")]
    public void ASummary_Draws(string language, string sign) =>
        Outcome.Of("summary", _model, "--draw", language).AssertSays(sign);
}
