using System.Globalization;
using Nabla.Data;

namespace Nabla;

/// <summary>
/// Finds out what went wrong in a step, by computing it again layer by layer: the state is as it was before, and the
/// random masks are the same.
/// </summary>
internal static class StepFailure
{
    /// <summary>Which example of a set had the label at fault, as a sentence.</summary>
    public static string ExampleOf(Exception exception, BatchFeed feed)
    {
        ReadOnlySpan<int> batch = feed.Examples;
        long labelsPerExample = Math.Max(feed.Spec.Targets[0].Shape.ElementCount, 1);
        return exception is LabelOutOfRangeException label && label.Row / labelsPerExample < batch.Length
            ? Text($" The label is that of example {batch[(int)(label.Row / labelsPerExample)]}.")
            : "";
    }

    public static TrainingException Explain(
        Trainer trainer, Batch batch, Exception exception, string example = "")
    {
        long step = trainer.Optimizer.Steps.Value.Item<long>() + 1;
        if (exception is not NonFiniteException)
        {
            return new TrainingException(
                Text($"Step {step} failed and changed nothing: {exception.Message}{example}"),
                step, layer: null, exception);
        }

        (string? layer, string reason) = Diagnose(trainer, batch);
        return new TrainingException(
            Text($"The loss is not finite in step {step}, which was skipped, ")
            + $"so that the model is as it was before. {reason}",
            step, layer, exception);
    }

    private static (string? Layer, string Reason) Diagnose(Trainer trainer, Batch batch)
    {
        if (!batch.Inputs.All(IsFinite))
        {
            return (null, "The inputs hold NaN or infinity; look for missing values in the data.");
        }

        if (!batch.Targets.All(IsFinite))
        {
            return (null, "The targets hold NaN or infinity; look for missing values in the data.");
        }

        foreach ((string path, Variable variable) in trainer.Model.VariablePaths())
        {
            if (!IsFinite(variable.Value))
            {
                return (OwnerOf(path), $"The parameter '{path}' holds NaN or infinity, from an earlier update; "
                    + "lower the learning rate, or go back to a saved model.");
            }
        }

        var results = new List<(Layer Layer, Tensor Result)>();
        CallContext context = CallContext.Training(trainer.BatchCounter.Value, trainer.Model.Seed)
            .With((layer, result) => results.Add((layer, result)));
        (Variable Variable, Tensor Value)[] before =
            [.. trainer.Model.VariablePaths().Select(entry => (entry.Variable, entry.Variable.Value))];
        trainer.Model.Apply(batch.Inputs, context);
        Tensor.Evaluate([.. results.Select(entry => entry.Result)]);

        // Layers that keep running values in training have changed them, for a step that was skipped.
        Array.ForEach(before, entry => entry.Variable.Value = entry.Value);
        Layer? culprit = results.Find(entry => !IsFinite(entry.Result)).Layer;
        return culprit is null
            ? (null, $"All layers give finite numbers, and {string.Join(", ", trainer.Losses)} of them does not; "
                + "check that the targets are what it expects.")
            : (culprit.Path, $"The first numbers that are not finite come from {culprit.Subject}; "
                + "lower the learning rate, or scale the inputs.");
    }

    /// <summary>An update went too far, and no step after it would have shown it.</summary>
    public static TrainingException OfParameter(Trainer trainer, string path) => new(
        $"The parameter '{path}' holds NaN or infinity after the last update of the epoch; lower the learning rate, "
        + "clip "
        + "the gradients, or go back to a checkpoint.",
        trainer.Optimizer.Steps.Value.Item<long>(), OwnerOf(path), new NonFiniteException());

    private static string OwnerOf(string path) => path[..Math.Max(path.LastIndexOf('.'), 0)];

    private static bool IsFinite(Tensor tensor) => !tensor.DType.IsFloating || tensor.IsFinite().All().Item<bool>();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
