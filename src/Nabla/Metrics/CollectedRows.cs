using System.Runtime.InteropServices;

namespace Nabla;

/// <summary>What a <see cref="CollectedMetric"/> kept of the batches so far.</summary>
public sealed class CollectedRows
{
    private readonly CollectedMetric _metric;
    private readonly List<List<double>> _columns = [];
    private readonly List<Shape> _rowShapes = [];

    /// <summary>Starts with no row.</summary>
    /// <param name="metric">The metric that the rows are for.</param>
    public CollectedRows(CollectedMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        _metric = metric;
    }

    /// <summary>The number of examples that were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds the rows of a batch; the tensors are read, so they may change afterwards.</summary>
    /// <param name="columns">What <see cref="CollectedMetric.Collect"/> gave: tensors [batch, …].</param>
    /// <exception cref="ShapeMismatchException">The columns do not go with those of the batches before.</exception>
    public void Add(IReadOnlyList<Tensor> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Check(columns);
        if (_columns.Count == 0)
        {
            _columns.AddRange(columns.Select(_ => new List<double>()));
            _rowShapes.AddRange(columns.Select(column => column.Shape.Without(0)));
        }

        Tensor[] wide = [.. columns.Select(column => column.Cast(DType.Float64))];
        Tensor.Evaluate(wide);
        for (int i = 0; i < wide.Length; i++)
        {
            _columns[i].AddRange(wide[i].ToArray<double>());
        }

        Count += columns.Count == 0 ? 0 : columns[0].Shape[0];
    }

    /// <summary>What all rows come to; NaN when there are none.</summary>
    public double Result() => Count == 0 ? double.NaN : _metric.Compute([.. _columns.Select(Table)]);

    /// <summary>The rows as float64 tensors, one a column, to be added again; none before the first batch.</summary>
    public IReadOnlyList<Tensor> Columns() =>
    [
        .. _columns.Select((column, i) => Tensor.From<double>(column.ToArray(), _rowShapes[i].Insert(0, Count))),
    ];

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _columns.Clear();
        _rowShapes.Clear();
        Count = 0;
    }

    private double[,] Table(List<double> column)
    {
        var table = new double[Count, column.Count / Count];
        if (table.Length > 0)
        {
            CollectionsMarshal.AsSpan(column).CopyTo(MemoryMarshal.CreateSpan(ref table[0, 0], table.Length));
        }

        return table;
    }

    private void Check(IReadOnlyList<Tensor> columns)
    {
        if (columns.Any(column => column.Rank == 0 || column.Shape[0] != columns[0].Shape[0]))
        {
            throw new ShapeMismatchException(
                $"'{_metric}' collected columns {string.Join(", ", columns.Select(column => column.Shape))}; "
                + "each has one row an example.", [.. columns.Select(column => column.Shape)]);
        }

        if (_columns.Count > 0 && !columns.Select(column => column.Shape.Without(0)).SequenceEqual(_rowShapes))
        {
            throw new ShapeMismatchException(
                $"'{_metric}' collected rows {string.Join(", ", columns.Select(column => column.Shape.Without(0)))} "
                + $"after rows {string.Join(", ", _rowShapes)}; give batches of one kind, and weights with all of them "
                + "or with none.", [.. columns.Select(column => column.Shape)]);
        }
    }
}
