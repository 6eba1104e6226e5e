using System.Buffers.Binary;

namespace Nabla.Studio.Tests.Logs;

public sealed class TensorBoardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void CurvesOfTrainingAndValidation_AreTwoRuns()
    {
        Trainer trainer = Train(new TensorBoard(_folder), epochs: 2);

        var training = EventFile.Values(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "train"))));
        var validation = EventFile.Values(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "validation"))));
        Assert.Equal(
            ["model", "loss", "accuracy", "learning_rate", "examples_per_second"],
            training.Where(value => !value.Fields.Contains(5)).Select(value => value.Tag).Distinct());
        Assert.Equal(["loss", "accuracy", "loss", "accuracy"], validation.Select(value => value.Tag));
        Assert.Equal(
            trainer.History.Epochs.Select(epoch => (float)epoch.Validation!.Loss),
            validation.Where(value => value.Tag == "loss")
                .Select(value => BinaryPrimitives.ReadSingleLittleEndian(value.Fields[2].Single())));
        string[] parameters = ["1.weight", "1.bias", "3.weight", "3.bias"];
        Assert.Equal(
            [.. parameters.Select(name => $"weights/{name}"), .. parameters.Select(name => $"gradients/{name}")],
            training.Where(value => value.Fields.Contains(5) && value.Step == 2).Select(value => value.Tag));
    }

    [Fact]
    public void WithoutHistograms_ThereAreNumbersOnly()
    {
        Train(new TensorBoard(_folder) { Histograms = false }, epochs: 1);

        string file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "train")));
        Assert.DoesNotContain(EventFile.Values(file), value => value.Fields.Contains(5));
    }

    private static Trainer Train(TensorBoard board, int epochs)
    {
        Trainer trainer = TinyRun.Trainer();
        using (board)
        {
            trainer.Callbacks.Add(board);
            trainer.Fit(TinyRun.Pictures(), epochs, validation: TinyRun.Pictures());
        }

        return trainer;
    }
}
