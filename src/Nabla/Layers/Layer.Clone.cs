using Nabla.Graph;

namespace Nabla;

public abstract partial class Layer
{
    /// <summary>Another layer of the same configuration, which is part of no model yet.</summary>
    /// <remarks>
    /// This is how a part of a trained network comes into a new one: clones of its layers, with
    /// <see cref="Trainable"/> off where they are to stay as they are.
    /// </remarks>
    /// <param name="withWeights">Whether it has the weights of this one; else it is yet to be built.</param>
    /// <exception cref="NotSupportedException">A layer has no <see cref="ComponentAttribute"/>.</exception>
    /// <example><code>
    /// Sequential next = [.. trained.Layers.SkipLast(1).Select(layer => layer.Clone()), new Dense(5)];
    /// </code></example>
    public virtual Layer Clone(bool withWeights = true)
    {
        var clone = ComponentJson.Read<Layer>(ComponentJson.Write(this));
        if (withWeights && InputSpecs.Count > 0)
        {
            clone.Build(
                [.. InputSpecs.Select(spec => spec with { Shape = Shape.Create(spec.Shape.Extents[1..]) })],
                clone.OwnValues);
            clone.CopyWeights(this);
        }

        return clone;
    }

    /// <summary>Takes over all variables of a layer, or a model, of the same layers.</summary>
    /// <param name="source">The layer; it is not changed.</param>
    /// <exception cref="ArgumentException">Its variables have other names, types or shapes.</exception>
    public void CopyWeights(Layer source)
    {
        ArgumentNullException.ThrowIfNull(source);
        (string Path, Variable Variable)[] mine = [.. VariablePaths()], theirs = [.. source.VariablePaths()];
        int stray = Enumerable.Range(0, Math.Max(mine.Length, theirs.Length)).FirstOrDefault(
            i => i >= mine.Length || i >= theirs.Length || mine[i].Path != theirs[i].Path
                || mine[i].Variable.Spec != theirs[i].Variable.Spec,
            -1);
        if (stray >= 0)
        {
            throw new ArgumentException(
                $"The models differ: {Name(mine)} here, {Name(theirs)} there; take the weights of a model of the same "
                + "layers that is built for the same input, or only those that are in both with CopyMatchingWeights.",
                nameof(source));
        }

        for (int i = 0; i < mine.Length; i++)
        {
            mine[i].Variable.Value = theirs[i].Variable.Value;
        }

        string Name((string Path, Variable Variable)[] variables) => stray < variables.Length
            ? $"'{variables[stray].Path}' {variables[stray].Variable.Spec}"
            : "nothing more";
    }

    /// <summary>
    /// Takes over the variables that have the same name, type and shape in another model, such as one that tells other
    /// classes apart.
    /// </summary>
    /// <param name="source">The model, or a layer; it is not changed.</param>
    /// <returns>The names of the variables here that stay as they were.</returns>
    public IReadOnlyList<string> CopyMatchingWeights(Layer source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var theirs = source.VariablePaths().ToDictionary(
            entry => entry.Path, entry => entry.Variable, StringComparer.Ordinal);
        List<string> others = [];
        foreach ((string path, Variable variable) in VariablePaths())
        {
            if (theirs.TryGetValue(path, out Variable? match) && match.Spec == variable.Spec)
            {
                variable.Value = match.Value;
            }
            else
            {
                others.Add(path);
            }
        }

        return others;
    }

    internal void Build(IReadOnlyList<TensorSpec> examples, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(examples);
        using Trace trace = Trace.Begin();
        Tensor[] inputs =
        [
            .. examples.Select(example => trace.AddInput(example with { Shape = example.Shape.Insert(0, 1) })),
        ];
        Apply(inputs, CallContext.Inference.With(values));
    }
}
