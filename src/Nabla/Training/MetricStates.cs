using Nabla.Data;

namespace Nabla;

/// <summary>
/// The running mean of the loss and the states of the metrics, as variables that a step's program changes; and the rows
/// that collected metrics keep.
/// </summary>
/// <param name="purpose">What the names of the variables begin with.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="setLoss">
/// Keeps the loss as if all batches were one; null to report the mean of theirs, which costs a step less.
/// </param>
internal sealed class MetricStates(string purpose, MetricCollection metrics, SetLoss? setLoss = null)
{
    public const string LossName = "loss";
    public const string RowsPrefix = "rows/";

    private readonly Variable _lossSum = new($"{purpose}.{LossName}.sum", Tensor.Scalar(0.0, DType.Float64));
    private long _examples;
    private Variable[][]? _states;
    private CollectedRows?[]? _rows;
    private int[] _columnsOf = [];

    /// <summary>Whether a step was compiled.</summary>
    public bool IsSettled => _states is not null;

    /// <summary>The variables, for checkpoints.</summary>
    public IEnumerable<Variable> Variables => [_lossSum, .. States.SelectMany(state => state)];

    /// <summary>The examples counted so far.</summary>
    public long Examples => _examples;

    /// <summary>What collected metrics keep of the batches so far, for checkpoints.</summary>
    public IEnumerable<(string Name, Tensor Value)> KeptRows() => Rows.SelectMany((rows, i) =>
        (rows?.Columns() ?? []).Select((column, j) => ($"{RowsPrefix}{metrics[i].Name}/{j}", column)));

    /// <summary>Takes up counting where a checkpoint was written; the variables are set by who reads it.</summary>
    public void Restore(long examples, IReadOnlyDictionary<string, Tensor> state)
    {
        _examples = examples;
        _rows = null;
        for (int i = 0; i < metrics.Count; i++)
        {
            var columns = new List<Tensor>();
            while (state.TryGetValue($"{RowsPrefix}{metrics[i].Name}/{columns.Count}", out Tensor? column))
            {
                columns.Add(column);
            }

            if (columns.Count > 0)
            {
                Rows[i]?.Add(columns);
            }
        }
    }

    private Variable[][] States
    {
        get
        {
            metrics.IsSettled = true;
            return _states ??= [.. metrics.Select(metric => metric.CreateState()
                .Select((value, i) => new Variable($"{purpose}.{metric.Name}.{i}", value)).ToArray())];
        }
    }

    private CollectedRows?[] Rows => _rows ??=
        [.. metrics.Select(metric => metric is CollectedMetric collected ? new CollectedRows(collected) : null)];

    /// <summary>Says that a program has counted a batch: their number is known without it.</summary>
    public void Counted(Replay program, long examples)
    {
        _examples += examples;
        if (program.Program.Outputs.Count > 1)
        {
            Keep(program);
        }
    }

    /// <summary>Counts one batch; called while a program is traced.</summary>
    /// <returns>What collected metrics keep of it: results of the program, after the loss.</returns>
    public IReadOnlyList<Tensor> Update(StepResult result, Batch batch)
    {
        // The loss is a mean; weighted by its examples, the mean over batches of different sizes is the mean over
        // examples.
        _lossSum.Value += result.Loss.Cast(DType.Float64) * batch.Count;
        if (result.Parts is { } parts && parts.Loss == result.Loss)
        {
            setLoss?.Add(parts, batch.Count);
        }

        var kept = new List<Tensor>();
        _columnsOf = new int[metrics.Count];
        for (int i = 0; i < metrics.Count; i++)
        {
            if (metrics[i] is CollectedMetric collected)
            {
                IReadOnlyList<Tensor> columns = collected.Collect(
                    result.Predictions[0], batch.Target, batch.Weights);
                _columnsOf[i] = columns.Count;
                kept.AddRange(columns);
                continue;
            }

            Variable[] state = States[i];
            IReadOnlyList<Tensor> updated = metrics[i].Update(
                [.. state.Select(variable => variable.Value)], result.Predictions[0], batch.Target, batch.Weights);
            for (int j = 0; j < state.Length; j++)
            {
                state[j].Value = updated[j];
            }
        }

        return kept;
    }

    /// <summary>Starts counting anew.</summary>
    public void Reset()
    {
        _lossSum.Value = Tensor.Scalar(0.0, DType.Float64);
        setLoss?.Reset();
        _examples = 0;
        _rows = null;
        for (int i = 0; i < metrics.Count; i++)
        {
            IReadOnlyList<Tensor> initial = metrics[i].CreateState();
            for (int j = 0; j < initial.Count; j++)
            {
                States[i][j].Value = initial[j];
            }
        }
    }

    /// <summary>What was counted so far; collected metrics are left out unless the epoch is over.</summary>
    /// <param name="isFinal">Whether to compute what needs all rows.</param>
    public MetricValues Values(bool isFinal = true) => new(
    [
        (LossName, setLoss?.Value ?? (_lossSum.Value.Item<double>() / _examples)),
        .. metrics.Select((metric, i) => (metric.Name, Value: Value(metric, i, isFinal)))
            .Where(entry => entry.Value is not null).Select(entry => (entry.Name, entry.Value!.Value)),
    ]);

    private double? Value(Metric metric, int index, bool isFinal) => metric is CollectedMetric
        ? isFinal ? Rows[index]!.Result() : null
        : metric.Result([.. States[index].Select(variable => variable.Value)]);

    // The columns follow the loss among the results of the program, metric by metric.
    private void Keep(Replay program)
    {
        int output = 1;
        for (int i = 0; i < metrics.Count; i++)
        {
            Rows[i]?.Add(
                [.. Enumerable.Range(output, _columnsOf[i]).Select(column => ProgramInput.Keep(program, column))]);
            output += _columnsOf[i];
        }
    }
}
