namespace Nabla;

/// <summary>Some examples at once: inputs, targets, and perhaps how much each example counts.</summary>
public sealed class Batch
{
    /// <summary>A batch of one input and one target an example.</summary>
    /// <param name="input">[batch, …].</param>
    /// <param name="target">[batch, …].</param>
    /// <param name="weights">How much each example counts, [batch]; all alike by default.</param>
    public Batch(Tensor input, Tensor target, Tensor? weights = null)
        : this([input], [target], weights)
    {
    }

    /// <summary>A batch of several inputs or targets an example.</summary>
    /// <param name="inputs">Each [batch, …].</param>
    /// <param name="targets">Each [batch, …].</param>
    /// <param name="weights">How much each example counts, [batch]; all alike by default.</param>
    /// <exception cref="ShapeMismatchException">The first axes differ, or there is no example.</exception>
    public Batch(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        Inputs = inputs;
        Targets = targets;
        Weights = weights;
        CheckCounts();
    }

    /// <summary>The inputs, each [batch, …].</summary>
    public IReadOnlyList<Tensor> Inputs { get; }

    /// <summary>The targets, each [batch, …].</summary>
    public IReadOnlyList<Tensor> Targets { get; }

    /// <summary>How much each example counts, [batch]; null when all count alike.</summary>
    public Tensor? Weights { get; }

    /// <summary>The first input, of most models the only one.</summary>
    public Tensor Input => Inputs[0];

    /// <summary>The first target, of most models the only one.</summary>
    public Tensor Target => Targets[0];

    /// <summary>The number of examples.</summary>
    public long Count => Input.Shape[0];

    /// <summary>All tensors: inputs, targets, weights.</summary>
    internal IEnumerable<Tensor> Columns =>
        [.. Inputs, .. Targets, .. (IEnumerable<Tensor>)(Weights is null ? [] : [Weights])];

    /// <summary>Type and shape of one example.</summary>
    internal ExampleSpec Spec => new(
        [.. Inputs.Select(ExampleOf)], [.. Targets.Select(ExampleOf)], Weights is null ? null : ExampleOf(Weights));

    /// <summary>Gives the first input and the first target.</summary>
    public void Deconstruct(out Tensor input, out Tensor target) => (input, target) = (Input, Target);

    /// <summary>This batch with other inputs.</summary>
    public Batch WithInputs(params IReadOnlyList<Tensor> inputs) => new(inputs, Targets, Weights);

    /// <summary>This batch with other targets.</summary>
    public Batch WithTargets(params IReadOnlyList<Tensor> targets) => new(Inputs, targets, Weights);

    /// <summary>This batch with other weights.</summary>
    /// <param name="weights">[batch]; null for all alike.</param>
    public Batch WithWeights(Tensor? weights) => new(Inputs, Targets, weights);

    /// <inheritdoc/>
    public override string ToString() => $"{Count} examples: {Spec}";

    private static TensorSpec ExampleOf(Tensor tensor) => tensor.Spec with { Shape = tensor.Shape.Without(0) };

    private void CheckCounts()
    {
        if (Inputs.Count == 0)
        {
            throw new ArgumentException("A batch has one input at least.");
        }

        Shape[] shapes = [.. Columns.Select(column => column.Shape)];
        if (shapes.Any(shape => shape.Rank == 0 || shape[0] != shapes[0][0]) || shapes[0][0] == 0)
        {
            throw new ShapeMismatchException(
                "A batch has one target for each input, and one input at least, but got inputs "
                + $"{string.Join(", ", Inputs.Select(input => input.Shape))}, targets "
                + string.Join(", ", Targets.Select(target => target.Shape))
                + (Weights is null ? "" : $", weights {Weights.Shape}")
                + "; their first axes are the batch.",
                shapes);
        }
    }
}
