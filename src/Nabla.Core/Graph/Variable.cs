using Nabla.Graph;

namespace Nabla;

/// <summary>
/// Named state that changes between steps: a parameter, an optimizer's slot, a running mean, a counter.
/// </summary>
/// <remarks>
/// While a function is traced, reading makes the variable an input of the program and assigning makes it an output; a
/// read after an assignment sees the assigned value. Nothing else in Nabla is mutable. A handle taken before a step
/// keeps its old numbers. Outside a trace, what is read after an assignment is numbers: no gradient flows through it to
/// what was assigned.
/// </remarks>
public sealed class Variable
{
    private Tensor _value;
    private bool _isAssigned;

    /// <summary>Creates a variable.</summary>
    /// <param name="name">A structural path such as <c>encoder.2.attention.query.weight</c>.</param>
    /// <param name="initialValue">Its first value; type and shape stay fixed.</param>
    public Variable(string name, Tensor initialValue)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(initialValue);
        Name = name;
        _value = initialValue;
    }

    /// <summary>Its structural path.</summary>
    public string Name { get; }

    /// <summary>Type and shape.</summary>
    public TensorSpec Spec => _value.Spec;

    /// <summary>The extents.</summary>
    public Shape Shape => _value.Shape;

    /// <summary>The element type.</summary>
    public DType DType => _value.DType;

    /// <summary>
    /// Whether somebody outside may hold the current value, so that a step must not overwrite it in place.
    /// </summary>
    internal bool IsShared { get; private set; } = true;

    /// <summary>The current value without sharing it: for the runtime, which binds and replaces it.</summary>
    internal Tensor Held => _value;

    /// <summary>The current value; assigning is visible to every later read.</summary>
    /// <exception cref="ShapeMismatchException">The assigned tensor has another shape.</exception>
    /// <exception cref="DTypeMismatchException">The assigned tensor has another type.</exception>
    public Tensor Value
    {
        get
        {
            if (Trace.Current is { } trace)
            {
                return trace.Read(this);
            }

            if (_isAssigned)
            {
                PendingAssignments.Settle(_value);
            }

            if (_isAssigned || !IsShared)
            {
                // A handle of its own: histories name tensors by handle, and this value is a new beginning.
                _value = new Tensor(_value.Storage!, Spec);
                _isAssigned = false;
            }

            IsShared = true;
            return _value;
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Check(value);
            if (Trace.Current is { } trace)
            {
                trace.Assign(this, value);
                return;
            }

            IsShared = true;
            _value = value;
            _isAssigned = true;
            PendingAssignments.Add(value);
        }
    }

    /// <summary>Replaces the value by one that nobody else holds.</summary>
    internal void Own(Tensor value)
    {
        _value = value;
        IsShared = false;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Spec}";

    private void Check(Tensor value)
    {
        if (value.Shape != Shape)
        {
            throw new ShapeMismatchException(
                $"Variable '{Name}' has shape {Shape} but was assigned {value.Shape}; a variable keeps its shape.",
                Shape, value.Shape);
        }

        if (value.DType != DType)
        {
            throw new DTypeMismatchException(
                $"Variable '{Name}' holds {DType} but was assigned {value.DType}; cast the value first.",
                DType, value.DType);
        }
    }
}
