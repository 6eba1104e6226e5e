namespace Nabla.Cli.Networks;

/// <summary>Dense layers, as wide as the number of examples allows where nobody says.</summary>
internal static class DenseLayers
{
    public static IEnumerable<Layer> Of(NetworkPlan plan)
    {
        yield return new Flatten();
        double dropout = plan.Dropout ?? DropoutFor(plan.Examples);
        foreach (int units in plan.Hidden ?? HiddenFor(plan.Examples, plan.Input.Shape.ElementCount))
        {
            yield return new Dense(units, plan.Activation);
            if (dropout > 0)
            {
                yield return new Dropout((float)dropout);
            }
        }

        yield return new Dense(plan.Outputs);
    }

    private static int[] HiddenFor(int examples, long inputs) =>
        examples < 2_000 && inputs < 500 ? [64] : examples < 20_000 ? [128, 64] : [256, 128];

    private static double DropoutFor(int examples) => examples < 20_000 ? 0.3 : 0.1;
}
