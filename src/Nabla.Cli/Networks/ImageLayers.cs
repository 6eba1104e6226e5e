namespace Nabla.Cli.Networks;

/// <summary>What networks for images have in common.</summary>
internal static class ImageLayers
{
    /// <summary>The image [height, width, channels] that an example is.</summary>
    /// <exception cref="UsageException">It is no image.</exception>
    public static Shape ShapeOf(NetworkPlan plan, string kind) => plan.Input.Shape.Rank switch
    {
        2 => plan.Input.Shape.Insert(2, 1),
        3 when plan.Input.Shape[2] <= 4 => plan.Input.Shape,
        _ => throw new UsageException(
            $"--model {kind} is for images, and an example here is {plan.Input.Shape}; take --model dense."),
    };

    /// <summary>The dense layers at the end, the last of which gives scores.</summary>
    public static IEnumerable<Layer> Ending(NetworkPlan plan)
    {
        foreach (int units in plan.Hidden ?? [])
        {
            yield return new Dense(units, plan.Activation);
        }

        if (plan.Dropout is > 0 and { } dropout)
        {
            yield return new Dropout((float)dropout);
        }

        yield return new Dense(plan.Outputs);
    }
}
