using Nabla.Cli.CommandLine;
using Nabla.Cli.Images;

namespace Nabla.Cli.Training;

/// <summary>Models that look at images of digits.</summary>
internal static class DigitModel
{
    /// <summary>The digits.</summary>
    public const int Classes = 10;

    /// <summary>Loads a model and makes sure that it is one of them.</summary>
    /// <exception cref="InvalidFileException">The file is damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The model looks at something else.</exception>
    public static Model Load(string file)
    {
        Model model = Model.Load(InputFile.NotFolder(file));
        Shape image = [Glyph.Extent, Glyph.Extent];
        if (model.InputShape is not { } inputs || inputs != image)
        {
            throw new ArgumentException(
                $"'{file}' is a model for inputs {model.InputShape}, not for images {image}; "
                + "use one that 'nabla train mnist' saved.");
        }

        Shape outputs = model.Predict(Tensor.Zeros(image)).Shape;
        return outputs[-1] == Classes ? model : throw new ArgumentException(
            $"'{file}' gives {outputs} for an image, not one number a digit; "
            + "use a model that 'nabla train mnist' saved.");
    }
}
