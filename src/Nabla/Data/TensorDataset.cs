using Nabla.Data;

namespace Nabla;

/// <summary>Examples in memory.</summary>
/// <example><code>
/// var data = new TensorDataset(inputs, labels);                       // [n, 4] and [n]
/// Dataset pixels = new TensorDataset(images, labels).Map(x => x.Cast(DType.Float32) / 255);
/// </code></example>
public sealed class TensorDataset : Dataset
{
    private readonly IReadOnlyList<Column> _columns;

    /// <summary>A set of a copy of two tensors, one example for each index of their first axis.</summary>
    /// <param name="inputs">[examples, …].</param>
    /// <param name="targets">[examples, …].</param>
    /// <exception cref="ShapeMismatchException">There is not one target for each input.</exception>
    public TensorDataset(Tensor inputs, Tensor targets)
        : this([inputs], [targets])
    {
    }

    /// <summary>A set of several inputs or targets an example, of a copy of the tensors.</summary>
    /// <param name="inputs">Each [examples, …].</param>
    /// <param name="targets">Each [examples, …].</param>
    /// <exception cref="ShapeMismatchException">The first axes differ.</exception>
    public TensorDataset(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> targets)
        : this(ColumnsOf(inputs), ColumnsOf(targets))
    {
    }

    internal TensorDataset(Column inputs, Column targets)
        : this([inputs], [targets])
    {
    }

    internal TensorDataset(ExampleSpec spec, IReadOnlyList<Column> columns) => (Spec, _columns) = (spec, columns);

    private TensorDataset(IReadOnlyList<Column> inputs, IReadOnlyList<Column> targets)
    {
        if (inputs.Count == 0 || targets.Count == 0)
        {
            throw new ArgumentException("A set has one input and one target at least.");
        }

        Column? stray = inputs.Concat(targets).FirstOrDefault(column => column.Count != inputs[0].Count);
        if (stray is not null)
        {
            throw new ShapeMismatchException(
                $"There are {inputs[0].Count} inputs but {stray.Count} targets; give each input its target.",
                inputs[0].Spec.Shape.Insert(0, inputs[0].Count), stray.Spec.Shape.Insert(0, stray.Count));
        }

        _columns = [.. inputs, .. targets];
        Spec = new ExampleSpec(
            [.. inputs.Select(column => column.Spec)], [.. targets.Select(column => column.Spec)]);
    }

    /// <inheritdoc/>
    public override int Count => _columns[0].Count;

    /// <inheritdoc/>
    public override ExampleSpec Spec { get; }

    /// <inheritdoc/>
    public override void Load(ReadOnlySpan<int> examples, Replay program)
    {
        for (int i = 0; i < _columns.Count; i++)
        {
            _columns[i].Load(examples, program, i);
        }
    }

    /// <inheritdoc/>
    public override Batch Read(ReadOnlySpan<int> examples)
    {
        var columns = new Tensor[_columns.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = _columns[i].Batch(examples);
        }

        return Spec.Assemble(columns);
    }

    private static Column[] ColumnsOf(IReadOnlyList<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return [.. tensors.Select(tensor =>
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return Column.Of(tensor);
        })];
    }
}
