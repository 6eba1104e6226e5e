using System.Collections;

namespace Nabla;

/// <summary>A model whose layers follow one another.</summary>
/// <example><code>
/// var model = new Sequential(seed: 42)
/// {
///     new Flatten(),
///     new Dense(128, Activation.Relu),
///     new Dense(10),
/// };
/// </code></example>
[Component("sequential")]
public sealed class Sequential : Model, IReadOnlyList<Layer>
{
    /// <summary>
    /// Creates a model without layers, to be filled by a collection initializer or <see cref="Add(Layer)"/>.
    /// </summary>
    public Sequential()
    {
    }

    /// <summary>Creates a model without layers that has a seed of its own.</summary>
    /// <param name="seed">Decides all random numbers of the model.</param>
    public Sequential(long seed) => Seed = seed;

    /// <summary>Creates a model of layers.</summary>
    /// <param name="layers">The layers, first to last.</param>
    [ComponentConstructor]
    public Sequential(params IEnumerable<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        foreach (Layer layer in layers)
        {
            Add(layer);
        }
    }

    /// <summary>The number of layers.</summary>
    public int Count => Layers.Count;

    /// <summary>The layer at a position.</summary>
    public Layer this[int index] => Layers[index];

    /// <summary>Adds a layer at the end.</summary>
    /// <exception cref="ArgumentException">The layer is part of a model already, or its name is taken.</exception>
    /// <exception cref="InvalidOperationException">
    /// The model has parameters already, so that its shape is settled.
    /// </exception>
    public void Add(Layer layer)
    {
        if (IsBuilt)
        {
            throw new InvalidOperationException(
                $"{Subject} has its parameters already; "
                + "make a new Sequential of this one and the layer that follows it.");
        }

        Adopt(layer, $"{Count}");
    }

    /// <summary>Adds an activation as a layer of its own.</summary>
    public void Add(Activation activation) => Add(new ActivationLayer(activation));

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        foreach (Layer layer in Layers)
        {
            x = layer.Apply(x, context);
        }

        return x;
    }

    /// <inheritdoc/>
    public IEnumerator<Layer> GetEnumerator() => Layers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
