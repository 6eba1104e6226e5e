namespace Nabla;

/// <summary>A layer that looks at all data once, before training, and keeps what it found beside the weights.</summary>
/// <remarks>
/// <c>Adapt</c> does that, before or after the layer became part of a model; training changes nothing of it. Numbers
/// are gathered in double precision, so that the order and size of batches leave no trace but in the last digits.
/// </remarks>
public abstract partial class PreprocessingLayer : Layer
{
    private readonly Dictionary<string, Variable> _states = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, double[]>? _found;

    private protected PreprocessingLayer()
    {
    }

    /// <summary>Looks at data, and forgets what was found before.</summary>
    /// <param name="data">[examples, …], as the layer will see it.</param>
    /// <exception cref="ArgumentException">There is nothing to be found in the data.</exception>
    public void Adapt(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        AdaptTo([data]);
    }

    /// <summary>Finds what the layer keeps, by the names of its variables.</summary>
    /// <param name="batches">The data, at least one example in all; read once.</param>
    private protected abstract IReadOnlyDictionary<string, double[]> Find(IEnumerable<Tensor> batches);

    /// <summary>Makes a variable that holds what was found, or a number until something is.</summary>
    private protected Variable State(LayerBuilder builder, string name, Shape shape, double initial)
    {
        double[]? found = null;
        if (_found?.TryGetValue(name, out found) is true && found!.Length != shape.ElementCount)
        {
            throw new ShapeMismatchException(
                $"{Subject} was adapted to {found.Length} features but now sees {shape.ElementCount}; "
                + "adapt it to data of the shape that it will see.", shape);
        }

        Variable variable = builder.State(name, shape, found is null ? new Constant(initial) : new FoundValues(found));
        _states[name] = variable;
        return variable;
    }

    /// <summary>Makes the exception for data that holds nothing.</summary>
    private protected ArgumentException Nothing() => new(
        $"{Subject} found no numbers to adapt to; give it data with at least one that is not NaN.");

    internal void AdaptTo(IEnumerable<Tensor> batches)
    {
        _found = Find(batches);
        if (!IsBuilt)
        {
            return;
        }

        foreach ((string name, double[] values) in _found)
        {
            if (_states.TryGetValue(name, out Variable? state))
            {
                state.Value = values.Length == state.Shape.ElementCount
                    ? Tensor.From(values, state.Shape).Cast(state.DType)
                    : throw new ShapeMismatchException(
                        $"{Subject} was built for {state.Shape.ElementCount} features but the data has "
                        + $"{values.Length}; adapt it to data of the shape that it was built for.", state.Shape);
            }
        }
    }
}
