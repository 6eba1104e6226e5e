using System.CommandLine;
using System.Globalization;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Images;
using Nabla.Cli.Options;
using Nabla.Cli.Training;
using Nabla.Cli.Views;
using Nabla.Data.Formats;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla predict</c>: which digit is on a picture.</summary>
internal static class PredictCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = ModelArgument.Create();
        Argument<string> image = new Argument<string>("IMAGE")
        {
            Description = "A PNG, PGM or PPM picture of one digit, or a number: an image of the test set, from 0 on.",
        }.RefusingOptions();
        DataOptions data = new();
        ExampleCommand command = new("predict", "Say which digit is on a picture.",
            ("predict digits.nabla seven.png", "any size, dark on light or light on dark"),
            ("predict digits.nabla 42", "image 42 of the test set of MNIST"))
        {
            file,
            image,
        };
        command.AddRange(data.All);
        command.SetAction(parsed =>
        {
            Model model = DigitModel.Load(parsed.GetRequiredValue(file));
            return Run(terminal, model, parsed.GetRequiredValue(image), () => data.Load(parsed).Test);
        });
        return command;
    }

    private static int Run(Terminal terminal, Model model, string image, Func<Dataset> test)
    {
        bool isNumber = int.TryParse(image, NumberStyles.Integer, CultureInfo.InvariantCulture, out int index);
        (Glyph glyph, int? truth) = isNumber && !File.Exists(image) ? FromTestSet(test(), index) : FromFile(image);

        Tensor pixels = Tensor.From(glyph.Ink, Glyph.Extent, Glyph.Extent).Cast(DType.Float32) / byte.MaxValue;
        float[] probabilities = model.Predict(pixels).Softmax().ToArray();
        PredictionView.Write(terminal, glyph, probabilities, truth);
        return ExitCode.Success;
    }

    private static (Glyph Glyph, int? Label) FromFile(string file) =>
        (Glyph.From(RasterImage.Load(InputFile.NotFolder(file))), null);

    private static (Glyph Glyph, int? Label) FromTestSet(Dataset test, int index)
    {
        if (index < 0 || index >= test.Count)
        {
            throw new UsageException($"The test set has images 0 to {test.Count - 1}, so there is no image {index}.");
        }

        return TestImages.At(test, index)[0];
    }
}
