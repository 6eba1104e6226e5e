namespace Nabla.Studio;

/// <summary>Looks into a model with one batch, without changing it.</summary>
internal sealed class ModelProbe(Trainer trainer, Tensor inputs, Tensor targets)
{
    /// <summary>The first examples of a set, as the model sees them.</summary>
    public static ModelProbe Of(Trainer trainer, Dataset examples, int batchSize)
    {
        int[] first = [.. Enumerable.Range(0, Math.Min(batchSize, examples.Count))];
        (Tensor inputs, Tensor targets) = examples.Batch(first);
        inputs = examples.Transform is null ? inputs : examples.Transform(inputs);
        Tensor.Evaluate(inputs, targets);
        return new ModelProbe(trainer, inputs, targets);
    }

    /// <summary>The gradients of the loss as training sees it, with its dropout and statistics of the batch.</summary>
    public IReadOnlyList<(string Parameter, Histogram Histogram)> Gradients()
    {
        Model model = trainer.Model;
        (Variable Variable, Tensor Value)[] before =
            [.. model.VariablePaths().Select(entry => (entry.Variable, entry.Variable.Value))];
        IReadOnlyList<Variable> parameters = model.TrainableParameters;
        CallContext context = CallContext.Training(trainer.Optimizer.Steps.Value, model.Seed);
        Tensor loss = trainer.Loss.Call(model.Apply(inputs, context), targets);
        Tensor?[] gradients = Gradient.OfOrNull(loss, [.. parameters.Select(parameter => parameter.Value)]);
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
}
