using Nabla.Cli.Views;

namespace Nabla.Cli.Tests.Views;

public sealed class TrainingProgressViewTests
{
    [Fact]
    public void AWatchedLine_IsOverwrittenAndClearedInTheEnd()
    {
        using StringWriter output = new();
        Terminal terminal = new(output, TextWriter.Null, isInteractive: true);
        Train(terminal);

        string text = output.ToString();
        Assert.StartsWith("\r\u001b[Kepoch 1/2 ", text);
        Assert.Equal(2, text.Split('\n').Count(line => line.Contains("images/s", StringComparison.Ordinal)));
        Assert.EndsWith("left" + Environment.NewLine, text);
    }

    [Fact]
    public void AnUnwatchedOutput_GetsOneLineAnEpoch()
    {
        using StringWriter output = new();
        Train(new Terminal(output, TextWriter.Null, isInteractive: false));

        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("epoch 2/2   loss ", lines[1]);
        Assert.DoesNotContain(lines[1], char.IsControl);
    }

    private static void Train(Terminal terminal)
    {
        TensorDataset data = new(Tensor.From([0f, 1, 2, 3], 4, 1), Tensor.From([0, 0, 1, 1]));
        Trainer trainer =
            new(new Sequential { new Dense(2) }, new CrossEntropy(), new Sgd()) { Metrics = { new Accuracy() } };
        TrainingProgressView view = new(terminal);
        trainer.Fit(data, epochs: 2, batchSize: 1, progress: view);
        view.Close();
    }
}
