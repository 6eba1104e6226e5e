namespace Nabla.Models;

/// <summary>What a model without its top makes of the images of features that it ends in.</summary>
public enum FeaturePooling
{
    /// <summary>Nothing: the model gives [batch, height, width, channels].</summary>
    None,

    /// <summary>The mean of each channel: the model gives [batch, channels].</summary>
    Average,

    /// <summary>The largest number of each channel: the model gives [batch, channels].</summary>
    Max,
}
