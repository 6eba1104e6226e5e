using System.Globalization;
using Nabla.Cli.Sets;
using Nabla.Cli.Sources;
using Nabla.Cli.Views;

namespace Nabla.Cli.Models;

/// <summary>A saved model of a named data set.</summary>
/// <param name="terminal">Takes what is found.</param>
/// <param name="model">The model; it gives a score for each class.</param>
/// <param name="set">What it learned.</param>
internal sealed class SetModel(Terminal terminal, Model model, NamedSet set)
{
    /// <summary>The model of a file, which says what it learned or looks at images as one of digits does.</summary>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static SetModel Of(Terminal terminal, Model model, SavedNotes notes, string file)
    {
        if (notes.Set is { } name)
        {
            return new SetModel(terminal, model, NamedSet.Of(name));
        }

        // A program's own model of MNIST has no notes, and its shapes tell enough.
        Shape image = [Images.Glyph.Extent, Images.Glyph.Extent];
        return model.InputShape is { } inputs && inputs == image
                && model.Predict(Tensor.Zeros(image)).Shape[-1] == IdxSet.Mnist.Classes.Count
            ? new SetModel(terminal, model, IdxSet.Mnist)
            : throw new ArgumentException(
                $"'{file}' does not say what it was trained on, and takes inputs {model.InputShape}, not images "
                + $"{image} of digits; use a model that 'nabla train' saved.");
    }

    /// <summary>Says how good the model is on the set's own test examples.</summary>
    public void Evaluate(string? folder, int? limit)
    {
        Dataset test = Load(folder, limit);
        TestResultView.Write(terminal, set, TestResult.Of(model, test), test);
    }

    /// <summary>Says what the model makes of one example: of the test set by its number, or another.</summary>
    /// <exception cref="UsageException">There is no such example.</exception>
    public void Predict(string input, string? folder, int? limit)
    {
        bool isNumber = int.TryParse(input, NumberStyles.Integer, CultureInfo.InvariantCulture, out int index);
        (Tensor stored, int? truth) = isNumber && !File.Exists(input)
            ? FromTestSet(Load(folder, limit), index)
            : (set.Read(input), null);
        set.Draw(terminal, stored);
        PredictionView.Write(
            terminal, set.Classes, model.Predict(set.ToInput(stored)).Softmax().ToArray(), truth);
    }

    private Dataset Load(string? folder, int? limit)
    {
        LoadedSet read = set.Load(folder);
        return (limit is { } count ? read.First(count) : read).Test;
    }

    private static (Tensor Stored, int? Label) FromTestSet(Dataset test, int index)
    {
        if (index < 0 || index >= test.Count)
        {
            throw new UsageException($"The test set has examples 0 to {test.Count - 1}, so there is no {index}.");
        }

        Batch batch = test.Read([index]);
        return (batch.Input.Squeeze(0), batch.Target.ToArray<int>()[0]);
    }
}
