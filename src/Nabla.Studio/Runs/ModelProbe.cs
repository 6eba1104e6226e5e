namespace Nabla.Studio;

/// <summary>Looks at the gradients of a model on one batch, without changing it.</summary>
internal static class ModelProbe
{
    /// <summary>The gradients of the loss as training sees it, with its dropout and statistics of the batch.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="examples">The set whose first examples are the batch.</param>
    /// <param name="batchSize">The examples of the batch.</param>
    public static IReadOnlyList<(string Parameter, Histogram Histogram)> Gradients(
        Trainer trainer, Dataset examples, int batchSize)
    {
        Model model = trainer.Model;
        (Variable Variable, Tensor Value)[] before =
            [.. model.VariablePaths().Select(entry => (entry.Variable, entry.Variable.Value))];
        CallContext context = CallContext.Training(trainer.Optimizer.Steps.Value, model.Seed);
        Batch batch = examples.ReadTransformed(
            [.. Enumerable.Range(0, Math.Min(batchSize, examples.Count))], context);
        IReadOnlyList<Variable> parameters = model.TrainableParameters;
        Tensor?[] gradients = Gradient.OfOrNull(
            Loss(trainer, batch, model.Apply(batch.Inputs, context)),
            [.. parameters.Select(parameter => parameter.Value)]);
        Tensor.Evaluate([.. gradients.OfType<Tensor>()]);

        // Layers that keep running values in training have changed them, for a step that is none.
        Array.ForEach(before, entry => entry.Variable.Value = entry.Value);
        return
        [
            .. parameters.Zip(gradients)
                .Where(pair => pair.Second is not null)
                .Select(pair => (pair.First.Name, Histogram.Of(pair.Second!))),
        ];
    }

    private static Tensor Loss(Trainer trainer, Batch batch, IReadOnlyList<Tensor> predictions) => trainer.Losses
        .Select((loss, i) => loss.Call(predictions[i], batch.Targets[i], batch.Weights) * trainer.LossWeights[i])
        .Aggregate((sum, loss) => sum + loss);
}
