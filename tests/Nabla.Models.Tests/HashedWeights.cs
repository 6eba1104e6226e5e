using System.Text;

namespace Nabla.Tests.Models;

/// <summary>Weights that are functions of their paths and positions alone, as in make_models.py.</summary>
internal static class HashedWeights
{
    /// <summary>Gives every variable of a model its numbers.</summary>
    public static void Fill(Model model)
    {
        foreach ((string path, Variable variable) in model.VariablePaths())
        {
            Shape shape = variable.Shape;
            double fan = Shape.Create(shape.Extents[..^1]).ElementCount;
            (double middle, double spread) = path[(path.LastIndexOf('.') + 1)..] switch
            {
                "weight" => (0, Math.Sqrt(6 / fan)),
                "gamma" => (1, 0.2),
                "moving_variance" => (1, 0.5),
                "bias" or "beta" or "moving_mean" => (0, 0.1),
                _ => throw new ArgumentException($"{path} is no variable of a network of images."),
            };
            variable.Value = Uniform(path, shape, middle, spread);
        }
    }

    /// <summary>Numbers around a middle, from a path and their positions.</summary>
    public static Tensor Uniform(string path, Shape shape, double middle = 0, double spread = 1)
    {
        uint start = 0;
        foreach ((int place, byte letter) in Encoding.UTF8.GetBytes(path).Index())
        {
            start += unchecked((uint)((place + 1) * 7919 * letter));
        }

        var values = new float[shape.ElementCount];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(middle + (((Hash(start + (uint)i) / 2147483648.0) - 1) * spread));
        }

        return Tensor.From(values, shape);
    }

    // The finisher of MurmurHash3.
    private static uint Hash(uint h)
    {
        h ^= h >> 16;
        h *= 0x85EBCA6B;
        h ^= h >> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
