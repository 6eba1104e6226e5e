using Nabla.Data;

namespace Nabla;

/// <summary>Examples in memory.</summary>
/// <example><code>
/// var data = new TensorDataset(inputs, labels);                       // [n, 4] and [n]
/// var pixels = new TensorDataset(images, labels) { Transform = x => x.Cast(DType.Float32) / 255 };
/// </code></example>
public sealed class TensorDataset : Dataset
{
    private readonly Column _inputs;
    private readonly Column _targets;

    /// <summary>A set of a copy of two tensors, one example for each index of their first axis.</summary>
    /// <param name="inputs">[examples, …].</param>
    /// <param name="targets">[examples, …].</param>
    /// <exception cref="ShapeMismatchException">There is not one target for each input.</exception>
    public TensorDataset(Tensor inputs, Tensor targets)
        : this(ColumnOf(inputs), ColumnOf(targets))
    {
    }

    internal TensorDataset(Column inputs, Column targets)
    {
        if (inputs.Count != targets.Count)
        {
            throw new ShapeMismatchException(
                $"There are {inputs.Count} inputs but {targets.Count} targets; give each input its target.",
                inputs.Spec.Shape.Insert(0, inputs.Count), targets.Spec.Shape.Insert(0, targets.Count));
        }

        _inputs = inputs;
        _targets = targets;
    }

    /// <inheritdoc/>
    public override int Count => _inputs.Count;

    /// <inheritdoc/>
    public override TensorSpec InputSpec => _inputs.Spec;

    /// <inheritdoc/>
    public override TensorSpec TargetSpec => _targets.Spec;

    /// <inheritdoc/>
    public override void Load(ReadOnlySpan<int> examples, Replay program)
    {
        _inputs.Load(examples, program, 0);
        _targets.Load(examples, program, 1);
    }

    /// <inheritdoc/>
    public override (Tensor Inputs, Tensor Targets) Batch(ReadOnlySpan<int> examples) =>
        (_inputs.Batch(examples), _targets.Batch(examples));

    private static Column ColumnOf(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Column.Of(tensor);
    }
}
