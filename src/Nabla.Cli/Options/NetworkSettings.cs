namespace Nabla.Cli.Options;

/// <summary>What a network is made of.</summary>
/// <param name="Hidden">Units of the hidden layers, first to last.</param>
/// <param name="Activation">What follows each of them.</param>
/// <param name="Dropout">The share of their results that is dropped while training.</param>
internal sealed record NetworkSettings(int[] Hidden, Activation Activation, float Dropout)
{
    /// <summary>A new network.</summary>
    /// <param name="outputs">Units of the last layer, which has no activation: losses take logits.</param>
    /// <param name="seed">Where the first weights come from.</param>
    /// <param name="first">What comes before all else, such as augmentation.</param>
    public Sequential CreateModel(int outputs, int seed, params IEnumerable<Layer> first)
    {
        Sequential model = new() { Seed = seed };
        foreach (Layer layer in first)
        {
            model.Add(layer);
        }

        model.Add(new Flatten());
        foreach (int units in Hidden)
        {
            model.Add(new Dense(units, Activation));
            if (Dropout > 0)
            {
                model.Add(new Dropout(Dropout));
            }
        }

        model.Add(new Dense(outputs));
        return model;
    }

    /// <summary>The widths of all layers, as introductions write them: 784-16-16-10.</summary>
    public string Describe(int inputs, int outputs) => string.Join('-', (int[])[inputs, .. Hidden, outputs]);
}
