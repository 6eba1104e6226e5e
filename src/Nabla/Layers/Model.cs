namespace Nabla;

/// <summary>A layer that stands on its own: it is trained, asked for predictions, and kept in a file.</summary>
/// <remarks>A model may be part of another one, as any layer; the outermost one then gives the seed.</remarks>
public abstract partial class Model : Layer
{
    /// <summary>Decides all random numbers of the model: first values, dropout, the order of examples.</summary>
    [ComponentProperty]
    public long Seed { get; init; }

    /// <summary>The shape of one example of the first input, without its batch axis; null before.</summary>
    public Shape? InputShape => InputSpec is { } spec ? Shape.Create(spec.Shape.Extents[1..]) : null;

    internal override ParameterValues OwnValues => new InitialValues(Seed);

    /// <summary>Creates the parameters now, instead of at the first use.</summary>
    /// <param name="exampleShape">The shape of one example, without the batch axis: [28, 28] for an image.</param>
    /// <exception cref="ShapeMismatchException">A layer cannot take what the one before it gives.</exception>
    public void Build(params Shape exampleShape) => Build(new TensorSpec(DType.Float32, exampleShape));

    /// <summary>Creates the parameters now, instead of at the first use.</summary>
    /// <param name="examples">
    /// Type and shape of one example of each input, without the batch axis; most models have one input.
    /// </param>
    /// <exception cref="ShapeMismatchException">A layer cannot take what the one before it gives.</exception>
    public void Build(params IReadOnlyList<TensorSpec> examples) => Build(examples, OwnValues);

    /// <summary>Creates the parameters of a model that says itself what its inputs are.</summary>
    private protected virtual void BuildIfDescribed()
    {
    }
}
