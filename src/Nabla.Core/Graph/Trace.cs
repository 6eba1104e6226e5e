namespace Nabla.Graph;

/// <summary>
/// The record of one function being traced on this thread: its inputs, the variables it reads and those it assigns.
/// </summary>
public sealed class Trace : IDisposable
{
    [ThreadStatic]
    private static Trace? t_current;

    private readonly Trace? _outer;
    private readonly List<Tensor> _inputs = [];
    private readonly Dictionary<Variable, Tensor> _values = [];
    private readonly OrderedDictionary<Variable, Tensor> _assigned = [];

    private Trace(Trace? outer) => _outer = outer;

    /// <summary>The trace under way on this thread, or null.</summary>
    public static Trace? Current => t_current;

    /// <summary>The placeholders, in order.</summary>
    public IReadOnlyList<Tensor> Inputs => _inputs;

    /// <summary>The variables assigned, with their last values, in the order of first assignment.</summary>
    public IEnumerable<(Variable Variable, Tensor Value)> Assignments =>
        _assigned.Select(assignment => (assignment.Key, assignment.Value));

    /// <summary>Starts tracing; disposing ends it.</summary>
    public static Trace Begin()
    {
        t_current = new Trace(t_current);
        return t_current;
    }

    /// <summary>Adds an input of the function.</summary>
    public Tensor AddInput(TensorSpec spec)
    {
        Tensor input = new PlaceholderOp(_inputs.Count, spec).Apply();
        _inputs.Add(input);
        return input;
    }

    /// <summary>Ends tracing.</summary>
    public void Dispose() => t_current = _outer;

    internal Tensor Read(Variable variable)
    {
        if (!_values.TryGetValue(variable, out Tensor? value))
        {
            value = new VariableOp(variable).Apply();
            _values.Add(variable, value);
        }

        return value;
    }

    internal void Assign(Variable variable, Tensor value)
    {
        _assigned[variable] = value;
        _values[variable] = value;
    }
}
