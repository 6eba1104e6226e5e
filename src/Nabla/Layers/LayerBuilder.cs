namespace Nabla;

/// <summary>Makes the variables of a layer.</summary>
public sealed class LayerBuilder
{
    private readonly Func<string, string> _path;
    private readonly ParameterValues _values;
    private readonly List<LayerVariable> _variables = [];

    internal LayerBuilder(Func<string, string> path, DType dtype, ParameterValues values)
    {
        _path = path;
        _values = values;
        DType = dtype;
    }

    /// <summary>The type of parameters: that of the layer's input.</summary>
    public DType DType { get; }

    internal IReadOnlyList<LayerVariable> Variables => _variables;

    /// <summary>Makes a variable that training changes by its gradient.</summary>
    /// <param name="name">Its name within the layer, such as <c>weight</c>.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="initializer">Where its first values come from.</param>
    /// <param name="regularizer">What training adds to the loss because of it; nothing by default.</param>
    /// <param name="constraint">What training brings it to after each step; nothing by default.</param>
    public Variable Parameter(
        string name, Shape shape, Initializer initializer, Regularizer? regularizer = null,
        Constraint? constraint = null) =>
        Create(name, shape, initializer, isParameter: true, regularizer, constraint);

    /// <summary>Makes a variable that the layer keeps itself, such as a running mean.</summary>
    /// <param name="name">Its name within the layer.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="initializer">Where its first values come from.</param>
    public Variable State(string name, Shape shape, Initializer initializer) =>
        Create(name, shape, initializer, isParameter: false);

    private Variable Create(
        string name, Shape shape, Initializer initializer, bool isParameter, Regularizer? regularizer = null,
        Constraint? constraint = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(initializer);
        string path = _path(name);
        var variable = new Variable(path, _values.Create(path, shape, DType, initializer));
        _variables.Add(new LayerVariable(name, variable, isParameter, regularizer, constraint));
        return variable;
    }
}
